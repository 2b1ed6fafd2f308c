package jp.chukan.gateway.municipal;

import java.util.List;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.inquiry.RefusedAnswers;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The institution looks at the answers that were refused in its name (MS-78, JN-12). */
@RestController
class RefusedAnswerEndpoint {
  private final RefusedAnswers answers;
  private final InstitutionTransactions transactions;

  RefusedAnswerEndpoint(RefusedAnswers answers, InstitutionTransactions transactions) {
    this.answers = answers;
    this.transactions = transactions;
  }

  @GetMapping(path = "/municipal/refused-answers", produces = MediaType.APPLICATION_JSON_VALUE)
  List<RefusedAnswerView> refusedAnswers(@AuthenticationPrincipal ClientIdentity client) {
    return transactions.within(client.institution(), answers::find).stream()
        .map(RefusedAnswerView::of)
        .toList();
  }
}
