package jp.chukan.gateway.staff;

import java.util.Arrays;
import java.util.Optional;

/** What a grant allows; neither implies the other (MS-23). */
public enum GrantedFunction {
  /** 「照会」: obtaining from others through the network (MS-22). */
  INQUIRY("照会"),
  /** 「提供」: preparing or approving what goes to others (MS-11). */
  PROVISION("提供");

  private final String japanese;

  GrantedFunction(String japanese) {
    this.japanese = japanese;
  }

  /** As files and staff write it. */
  public String japanese() {
    return japanese;
  }

  static Optional<GrantedFunction> ofJapanese(String text) {
    return Arrays.stream(values()).filter(function -> function.japanese.equals(text)).findFirst();
  }
}
