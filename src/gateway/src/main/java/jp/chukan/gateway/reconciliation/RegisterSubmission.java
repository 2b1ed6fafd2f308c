package jp.chukan.gateway.reconciliation;

import java.io.InputStream;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The register's file as it arrives.
 *
 * @param by who brings it
 * @param information whose 「副本」 it is compared with
 * @param items the items that alone are compared; empty for all that the file has
 * @param form of the file
 * @param content the file, read once and as a stream; it stays open
 */
public record RegisterSubmission(
    Bringer by,
    SpecificPersonalInformationCode information,
    List<ItemCode> items,
    RegisterForm form,
    InputStream content) {

  public RegisterSubmission {
    items = List.copyOf(items);
  }

  /**
   * Who brings the file.
   *
   * @param name of the person or the client
   * @param user the person, null for a client with its certificate
   * @param purpose why, null for a client
   */
  public record Bringer(String name, @Nullable UserId user, @Nullable String purpose) {

    /** Somebody at the console. */
    public static Bringer person(UserId user, String purpose) {
      return new Bringer(user.value(), user, purpose);
    }

    /** A system of the institution. */
    public static Bringer client(String name) {
      return new Bringer(name, null, null);
    }

    /** Never shows the purpose, which is free text. */
    @Override
    public String toString() {
      return "Bringer[" + name + "]";
    }
  }
}
