package jp.chukan.contract.attachment;

import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** What one record of an attachment is: readable, or refused without harm to the others. */
public sealed interface AttachmentRecord {

  /** Position in the attachment, from 1. */
  int position();

  /**
   * Every element is known, present once and of the right form.
   *
   * @param position position in the attachment, from 1
   * @param record what it says
   */
  record Readable(int position, RegistrationRecord record) implements AttachmentRecord {}

  /**
   * Something in it breaks the interface.
   *
   * @param position position in the attachment, from 1
   * @param recordNumber 「レコード識別番号」, null when it had none of the right form
   * @param refusal the first fault: which and in which element
   */
  record Unreadable(int position, @Nullable String recordNumber, Refusal refusal)
      implements AttachmentRecord {}
}
