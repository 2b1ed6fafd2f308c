package jp.chukan.mocknetwork.institution;

import jp.chukan.contract.code.InstitutionCode;

/** Nobody in this country has that code in that role. */
public final class UnknownInstitutionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownInstitutionException(InstitutionCode code, InstitutionRole role) {
    super("no institution " + code + " with role " + role);
  }
}
