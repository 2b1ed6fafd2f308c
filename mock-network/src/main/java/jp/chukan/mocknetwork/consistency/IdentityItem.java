package jp.chukan.mocknetwork.consistency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import jp.chukan.mocknetwork.identity.IdentityInformation;

/** What is compared of a person: the item is named when it differs, its value never is. */
public enum IdentityItem {
  /** 個人番号. */
  INDIVIDUAL_NUMBER(one -> one.individualNumber().value()),
  /** 氏名. */
  NAME(one -> one.person().name()),
  /** 住所. */
  ADDRESS(one -> one.person().address()),
  /** 生年月日. */
  BIRTH_DATE(one -> one.person().birthDate().toString()),
  /** 性別. */
  SEX(one -> one.person().sex()),
  /** 異動事由 and 異動年月日. */
  LAST_CHANGE(one -> one.reason() + " " + one.changedOn()),
  /** 更新順番号. */
  VERSION(one -> String.valueOf(one.version()));

  private final Function<IdentityInformation, String> value;

  IdentityItem(Function<IdentityInformation, String> value) {
    this.value = value;
  }

  /** A digest of each item, which tells two persons with the same value apart. */
  static Map<IdentityItem, String> digests(IdentityInformation one) {
    Map<IdentityItem, String> digests = new EnumMap<>(IdentityItem.class);
    for (IdentityItem item : values()) {
      digests.put(
          item, digest(one.recordCode().value() + "\n" + item + "\n" + item.value.apply(one)));
    }
    return digests;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
