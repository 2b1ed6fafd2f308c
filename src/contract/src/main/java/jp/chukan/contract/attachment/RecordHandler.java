package jp.chukan.contract.attachment;

/** Takes the records of an attachment one by one, in their order. */
@FunctionalInterface
public interface RecordHandler {
  void handle(AttachmentRecord record);
}
