const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
const { expect } = require('chai');
const sinon = require('sinon');

describe('publishing', () => {
  afterEach(() => sinon.restore());

  it('goes through a Sinon stub', async () => {
    const eb = fakeEventBridge();
    const stub = sinon.stub(EventBridgeClient.prototype, 'send').callsFake(eb.send);
    const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
    const answer = await new EventBridgeClient({}).send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).to.equal(0);
    sinon.assert.calledOnce(stub);
    eb.assertPublished({ source: 'shop.orders' });
    expect(() => eb.assertPublished({ source: 'another' })).to.throw('assertPublished');
  });
});
