package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.inquiry.Grants;
import jp.chukan.command.inquiry.PermittedTuple;

/** Who may inquire is granted by 事務 and listed (MS-22, JN-36). */
final class GrantInquirers implements DemoStep {
  private final InquiryScene inquiry;

  GrantInquirers(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "照会 granted to one of the staff, 事務 by 事務";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var parties = inquiry.parties(scene);
    var client = scene.client(parties.inquirer());
    client.replaceGrants(Grants.of(parties));
    int listed = client.grants().path("grants").size();
    long affairs = parties.tuples().stream().map(PermittedTuple::affair).distinct().count();
    return StepOutcome.of(
        listed == affairs, "%,d affairs, %,d grants listed".formatted(affairs, listed));
  }
}
