package jp.chukan.gateway.staff.account;

/** Why a change of an account did not take effect. */
public enum AccountRefusal {
  /** Neither as strong a role as this needs, nor proven by a passkey. */
  NOT_ALLOWED("この操作の権限がありません。"),
  /** No such account in the institution. */
  UNKNOWN("該当するユーザーIDがありません。"),
  /** The id belongs to a person already (JN-16). */
  EXISTS("このユーザーIDは既に使われています。"),
  /** Something of this account waits for approval. */
  WAITING("このユーザーIDには承認待ちの申請があります。"),
  /** Nothing waits for approval. */
  NOT_WAITING("承認待ちの申請ではありません。"),
  /** Applicant and approver are the same person (JN-14). */
  SAME_PERSON("申請者と承認者は別の職員でなければなりません。"),
  /** Roles that one account cannot have together, or not in this institution (MS-93). */
  ROLES("この組合せの役割は付与できません。"),
  /** A name or reason that is empty or too long. */
  TEXT("氏名は60文字以内、理由は200文字以内で入力してください。"),
  /** There is an administrator, who does what the one-time code would do. */
  ADMINISTRATOR_EXISTS("団体管理者が既に登録されています。"),
  /** A one-time code, institution and id that do not belong together, or too late. */
  CODE("入力された内容では登録できません。"),
  /** A password that does not follow the rule. */
  PASSWORD("パスワードは12文字以上128文字以内で、ユーザーIDおよび現在のパスワードと異なるものにしてください。");

  private final String message;

  AccountRefusal(String message) {
    this.message = message;
  }

  /** What the person is told. */
  public String message() {
    return message;
  }
}
