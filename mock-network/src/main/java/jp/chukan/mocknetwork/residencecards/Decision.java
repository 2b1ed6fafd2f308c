package jp.chukan.mocknetwork.residencecards;

import java.util.Optional;
import jp.chukan.mocknetwork.foreignresident.Nationality;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;

/** What 法務省 decides or is told about a foreigner; each makes a new card. */
public sealed interface Decision {
  /**
   * 在留期間の更新, 在留資格の変更 or 在留資格の取得 is permitted.
   *
   * @param status 在留資格 from now on
   * @param stay 在留期間等, empty for a status that does not end
   */
  record Permission(StatusOfResidence status, Optional<PermittedStay> stay) implements Decision {}

  /**
   * 氏名の変更届出.
   *
   * @param name as it is to be
   */
  record Renaming(String name) implements Decision {
    /** Never shows the name. */
    @Override
    public String toString() {
      return "Renaming[redacted]";
    }
  }

  /**
   * 国籍・地域の変更届出.
   *
   * @param nationality code of ISO 3166-1 alpha-3, not the Japanese
   */
  record NationalityChange(String nationality) implements Decision {
    public NationalityChange {
      Nationality.requireForeign(nationality);
    }
  }

  /** 再交付: the card was lost. */
  record Reissue() implements Decision {}
}
