package jp.chukan.mocknetwork.application;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** 「申請事項」: what somebody applies for, beside who it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ApplicationContent.MovingOut.class, name = "MOVING_OUT"),
  @JsonSubTypes.Type(value = ApplicationContent.ChildAllowance.class, name = "CHILD_ALLOWANCE"),
  @JsonSubTypes.Type(
      value = ApplicationContent.ChildAllowanceRevision.class,
      name = "CHILD_ALLOWANCE_REVISION"),
  @JsonSubTypes.Type(value = ApplicationContent.RecordCopy.class, name = "RECORD_COPY")
})
public sealed interface ApplicationContent {
  /** The procedure that it belongs to. */
  default Procedure procedure() {
    return switch (this) {
      case MovingOut movingOut -> Procedure.MOVING_OUT;
      case ChildAllowance childAllowance -> Procedure.CHILD_ALLOWANCE;
      case ChildAllowanceRevision revision -> Procedure.CHILD_ALLOWANCE_REVISION;
      case RecordCopy recordCopy -> Procedure.RECORD_COPY;
    };
  }

  /**
   * 転出届.
   *
   * @param to five digits of the municipality that they go to
   * @param on 転出予定日
   * @param wholeHousehold everybody of the household, or the applicant alone
   */
  record MovingOut(String to, LocalDate on, boolean wholeHousehold) implements ApplicationContent {
    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");

    public MovingOut {
      if (!MUNICIPALITY.matcher(to).matches()) {
        throw new IllegalArgumentException("to");
      }
    }
  }

  /**
   * 児童手当の認定の請求.
   *
   * @param children how many it is claimed for
   */
  record ChildAllowance(int children) implements ApplicationContent {
    public ChildAllowance {
      requireCount(children, "children");
    }
  }

  /**
   * 児童手当の額の改定の請求.
   *
   * @param children how many there are from now on
   */
  record ChildAllowanceRevision(int children) implements ApplicationContent {
    public ChildAllowanceRevision {
      requireCount(children, "children");
    }
  }

  /**
   * 住民票の写しの交付の請求.
   *
   * @param copies how many
   */
  record RecordCopy(int copies) implements ApplicationContent {
    public RecordCopy {
      requireCount(copies, "copies");
    }
  }

  private static void requireCount(int count, String field) {
    if (count < 1 || count > 20) {
      throw new IllegalArgumentException(field);
    }
  }
}
