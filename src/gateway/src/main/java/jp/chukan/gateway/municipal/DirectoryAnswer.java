package jp.chukan.gateway.municipal;

import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;

/** What the 「宛名管理システム」 says about a person (MS-36): exactly one of these. */
public sealed interface DirectoryAnswer {

  /**
   * It knows the person.
   *
   * @param basicInformation 「4情報」
   */
  record Found(BasicInformation basicInformation) implements DirectoryAnswer {

    /** Never shows the person. */
    @Override
    public String toString() {
      return "Found[redacted]";
    }
  }

  /** It knows no such person. */
  record NotFound() implements DirectoryAnswer {}

  /** It did not answer, or not as it must; nothing is known about the person. */
  record Unavailable() implements DirectoryAnswer {}
}
