package jp.chukan.gateway.inquiry;

import java.time.Instant;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.ProvisionPermit;

/** A permit of which a test changes one part. */
final class PermitDraft {
  private final ProvisionPermit sound;
  ProcessingNumber number;
  InstitutionCode inquirer;
  InstitutionCode provider;
  AffairCode affair;
  ProcedureCode procedure;
  SpecificPersonalInformationCode information;
  String keyId;
  String profile;
  Instant issuedAt;
  Instant expiresAt;

  PermitDraft(ProvisionPermit sound) {
    this.sound = sound;
    this.number = sound.processingNumber();
    this.inquirer = sound.inquirer();
    this.provider = sound.provider();
    this.affair = sound.affair();
    this.procedure = sound.procedure();
    this.information = sound.information();
    this.keyId = sound.keyId();
    this.profile = sound.profileId();
    this.issuedAt = sound.issuedAt();
    this.expiresAt = sound.expiresAt();
  }

  ProvisionPermit permit() {
    return new ProvisionPermit(
        sound.id(),
        number,
        inquirer,
        provider,
        affair,
        procedure,
        information,
        keyId,
        profile,
        issuedAt,
        expiresAt);
  }
}
