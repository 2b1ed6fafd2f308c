package jp.chukan.mocknetwork.application;

import java.util.Arrays;
import java.util.List;

/** 「手続」 that can be applied for, each with the law that knows it. */
public enum Procedure {
  /** 転出届. */
  MOVING_OUT("転出届", "住民基本台帳法第24条"),
  /** 児童手当の認定の請求. */
  CHILD_ALLOWANCE("児童手当の認定の請求", "児童手当法第7条"),
  /** 児童手当の額の改定の請求. */
  CHILD_ALLOWANCE_REVISION("児童手当の額の改定の請求", "児童手当法第9条"),
  /** 住民票の写しの交付の請求. */
  RECORD_COPY("住民票の写しの交付の請求", "住民基本台帳法第12条");

  private final String japanese;
  private final String law;

  Procedure(String japanese, String law) {
    this.japanese = japanese;
    this.law = law;
  }

  /** What the field calls it. */
  public String japanese() {
    return japanese;
  }

  /** The law, and its article. */
  public String law() {
    return law;
  }

  /** 「サービス検索」: those whose name or law holds this word, all for none. */
  public static List<Procedure> search(String word) {
    return Arrays.stream(values())
        .filter(one -> one.japanese.contains(word) || one.law.contains(word))
        .toList();
  }
}
