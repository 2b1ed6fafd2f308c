package jp.chukan.gateway.audit;

import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.RowCursor;
import org.springframework.stereotype.Component;

/**
 * Operations that are to leave, one by one and the newest first; in the open transaction of the
 * institution.
 */
@Component
public class OperationExtract {
  private final RowCursor cursor;

  public OperationExtract(RowCursor cursor) {
    this.cursor = cursor;
  }

  public long count(InstitutionCode institution, OperationQuery query) {
    return OperationSearch.bind(
            cursor.sql("select count(*) " + OperationSearch.conditions(query)), institution, query)
        .query(Long.class)
        .single();
  }

  public void each(InstitutionCode institution, OperationQuery query, Consumer<Operation> taker) {
    OperationSearch.bind(
            cursor.sql(
                "select * "
                    + OperationSearch.conditions(query)
                    + " order by occurred_at desc, id desc"),
            institution,
            query)
        .query(
            row -> {
              taker.accept(OperationSearch.read(row));
            });
  }
}
