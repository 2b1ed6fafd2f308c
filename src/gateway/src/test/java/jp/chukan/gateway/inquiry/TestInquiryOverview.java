package jp.chukan.gateway.inquiry;

import jp.chukan.gateway.testing.TestDatabase;

/** What the console asks about inquiries, for the tests of other packages. */
public final class TestInquiryOverview {
  private TestInquiryOverview() {}

  public static InquiryOverview on(TestDatabase database) {
    return new InquiryOverview(database.jdbc(), new InquiryEntries(database.jdbc()));
  }
}
