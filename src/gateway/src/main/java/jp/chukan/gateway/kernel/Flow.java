package jp.chukan.gateway.kernel;

/** The entrances of the flows in {@code routes/}: what an edge may hand work to. */
public enum Flow {
  ACQUIRE_LINKAGE_CODES("acquire-linkage-codes"),
  REGISTER_REPLICAS("register-replicas"),
  CHANGE_RESPONSE_MODES("change-response-modes"),
  INQUIRE_REPLICAS("inquire-replicas"),
  TAKE_REGISTER_FILE("take-register-file"),
  ACCEPT_INQUIRIES("accept-inquiries"),
  ACCEPT_INQUIRY_FILE("accept-inquiry-file"),
  INQUIRE_INQUIRY_RESULTS("inquire-inquiry-results"),
  REGISTER_CITIZEN_NOTICE("register-citizen-notice"),
  DISCLOSE_RECORDS("disclose-records"),
  PROVIDE_SELF_INFORMATION("provide-self-information"),
  SHOW_CITIZEN_NOTICES("show-citizen-notices"),
  RECEIVE_PERMISSION_MATCHING_LIST("receive-permission-matching-list"),
  ACCEPT_PROVISION_REQUEST("accept-provision-request"),
  ACCEPT_LINKAGE_CODE_NOTICE("accept-linkage-code-notice"),
  ACCEPT_INQUIRY_ANSWER("accept-inquiry-answer");

  private final String entrance;

  Flow(String entrance) {
    this.entrance = entrance;
  }

  /** Name of the route's entrance, without scheme. */
  public String entrance() {
    return entrance;
  }
}
