package jp.chukan.mocknetwork.inquirer;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.LinkageCodeRecipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons whom the inquirers know, each by the inquirer's own reference and its own 「符号」. */
@Component
final class InquirerSubjectStore implements LinkageCodeRecipient {
  private final JdbcClient jdbc;

  InquirerSubjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LinkageCode> find(InstitutionCode inquirer, String reference) {
    return jdbc.sql(
            """
            select linkage_code from inquirer_subject
            where inquirer = ? and reference = ? and linkage_code is not null
            """)
        .params(inquirer.value(), reference)
        .query(String.class)
        .optional()
        .map(LinkageCode::new);
  }

  /** The number under which the code of this person is wanted; the first one stays. */
  ProcessingNumber want(InstitutionCode inquirer, String reference, ProcessingNumber proposed) {
    return new ProcessingNumber(
        jdbc.sql(
                """
                insert into inquirer_subject (inquirer, reference, processing_number)
                values (?, ?, ?)
                on conflict (inquirer, reference)
                do update set processing_number = inquirer_subject.processing_number
                returning processing_number
                """)
            .params(inquirer.value(), reference, proposed.value())
            .query(String.class)
            .single());
  }

  @Override
  public void receive(InstitutionCode institution, ProcessingNumber number, LinkageCode code) {
    jdbc.sql(
            """
            update inquirer_subject set linkage_code = ?
            where inquirer = ? and processing_number = ?
            """)
        .params(code.value(), institution.value(), number.value())
        .update();
  }
}
