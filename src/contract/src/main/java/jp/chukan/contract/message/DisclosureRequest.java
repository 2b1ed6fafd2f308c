package jp.chukan.contract.message;

/** A question of the 「情報提供等記録開示システム」 in the name of the person whom it is about. */
public interface DisclosureRequest {

  MessageHeader header();

  DisclosureQuestion body();
}
