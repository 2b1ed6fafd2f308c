package jp.chukan.contract.error;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one error catalogue. The prefix is the function of the documents (FGU 符号管理, SKI 情報照会, TKY
 * 情報提供, TKM 情報提供等記録管理, DBM 情報提供データベース管理, SCM セキュリティ管理, SYM システム管理, JTK 自己情報提供, OSR お知らせ); {@code
 * docs/errors.md} lists every row.
 */
public enum ErrorCode {
  /** Not well-formed XML. */
  SYM_NOT_WELL_FORMED("SYM-0101", Category.SENDER, "XMLとして整形式ではありません。"),
  /** A DTD, external entity or entity expansion. */
  SYM_DTD_FORBIDDEN("SYM-0102", Category.SENDER, "DTDおよび実体宣言は使用できません。"),
  /** Declared or actual encoding is not UTF-8. */
  SYM_ENCODING("SYM-0103", Category.SENDER, "文字コードがUTF-8ではありません。"),
  /** An element or message over its limit. */
  SYM_TOO_LARGE("SYM-0104", Category.SENDER, "要素または電文の大きさが上限を超えています。"),
  /** An element that the message does not define. */
  SYM_UNKNOWN_ELEMENT("SYM-0105", Category.SENDER, "定義されていない要素があります。"),
  /** An element more often than defined. */
  SYM_REPEATED_ELEMENT("SYM-0106", Category.SENDER, "同じ要素が重複しています。"),
  /** A required element is absent or empty. */
  SYM_MISSING_ELEMENT("SYM-0107", Category.SENDER, "必須の要素がありません。"),
  /** A code or value of the wrong form. */
  SYM_CODE_FORM("SYM-0108", Category.SENDER, "コードの形式が正しくありません。"),
  /** Message type id of another endpoint. */
  SYM_MESSAGE_TYPE("SYM-0109", Category.SENDER, "電文種別IDがこの受付口のものではありません。"),
  /** Elements of the header out of order. */
  SYM_ELEMENT_ORDER("SYM-0110", Category.SENDER, "要素の順序が正しくありません。"),
  /** Message addressed to another institution or system. */
  SYM_DESTINATION("SYM-0111", Category.SENDER, "宛先がこの機関ではありません。"),
  /** Elements nested deeper than allowed. */
  SYM_TOO_DEEP("SYM-0112", Category.SENDER, "要素の入れ子が深すぎます。"),
  /** Content type or HTTP method that the endpoint does not take. */
  SYM_MEDIA_TYPE("SYM-0113", Category.SENDER, "この受付口で扱えない形式です。"),
  /** No such endpoint. */
  SYM_UNKNOWN_ENDPOINT("SYM-0114", Category.SENDER, "存在しない受付口です。"),
  /** CSV that is neither UTF-8 nor MS932. */
  SYM_CSV_ENCODING("SYM-0201", Category.SENDER, "文字コードがUTF-8でもMS932でもありません。"),
  /** CSV without a row. */
  SYM_CSV_EMPTY("SYM-0202", Category.SENDER, "ファイルに明細がありません。"),
  /** Header with other columns, or in another order. */
  SYM_CSV_HEADER("SYM-0203", Category.SENDER, "見出しの項目名または順序が正しくありません。"),
  /** More or fewer fields than the header has. */
  SYM_CSV_FIELD_COUNT("SYM-0204", Category.SENDER, "項目の数が見出しと一致しません。"),
  /** A quote that is missing, not closed, or followed by something. */
  SYM_CSV_QUOTE("SYM-0205", Category.SENDER, "項目が二重引用符で正しく囲まれていません。"),
  /** A required field is empty. */
  SYM_CSV_MISSING("SYM-0206", Category.SENDER, "必須の項目が空です。"),
  /** A value of another form. */
  SYM_CSV_FORM("SYM-0207", Category.SENDER, "項目の形式または値が正しくありません。"),
  /** A day or time of another form, or that the calendar lacks. */
  SYM_CSV_DATE("SYM-0208", Category.SENDER, "日付または日時の形式が正しくないか、存在しません。"),
  /** End before start. */
  SYM_CSV_PERIOD("SYM-0209", Category.SENDER, "有効終了が有効開始より前です。"),
  /** More rows than are taken. */
  SYM_CSV_TOO_MANY_ROWS("SYM-0210", Category.SENDER, "明細の行数が上限を超えています。"),
  /** The same 機関コード and コード連番 twice. */
  SYM_MASTER_DUPLICATE("SYM-0221", Category.SENDER, "同じ機関コードとコード連番の行が既にあります。"),
  /** Two rows of one 機関コード that are valid at the same time. */
  SYM_MASTER_OVERLAP("SYM-0222", Category.SENDER, "同じ機関コードの有効期間が重なっています。"),
  /** No such version of the institution master. */
  SYM_MASTER_UNKNOWN_VERSION("SYM-0223", Category.SENDER, "該当する機関マスタの版がありません。"),
  /** Proposed against another version than the one in force. */
  SYM_MASTER_STALE("SYM-0224", Category.SENDER, "取込後に別の版の機関マスタが有効になっています。取り込み直してください。"),
  /** No dead letter with this number in this institution. */
  SYM_LETTER_UNKNOWN("SYM-0301", Category.SENDER, "該当する滞留電文がありません。"),
  /** Somebody has decided about the dead letter. */
  SYM_LETTER_DECIDED("SYM-0302", Category.SENDER, "この滞留電文は既に処理されています。"),
  /** No such job, or none of this institution. */
  SYM_JOB_UNKNOWN("SYM-0401", Category.SENDER, "該当するジョブがありません。"),
  /** A run that is under way or was asked for already. */
  SYM_JOB_RUNNING("SYM-0402", Category.SENDER, "このジョブは実行中か、実行の指示を受け付け済みです。"),
  /** A run that has ended or is to end already. */
  SYM_JOB_NOT_RUNNING("SYM-0403", Category.SENDER, "この実行は既に終わっているか、中止の指示を受け付け済みです。"),
  /** A job that this role may not have run: what deletes personal data is the institution's. */
  SYM_JOB_NOT_ALLOWED("SYM-0404", Category.SENDER, "このジョブを実行する役割がありません。"),
  /** The mail server did not take a mail. */
  SYM_MAIL_NOT_TAKEN("SYM-0411", Category.RETRY, "メールサーバーがメールを受け取りませんでした。"),
  /** Another backup is being made. */
  SYM_BACKUP_RUNNING("SYM-0501", Category.RETRY, "別のバックアップを作成中です。"),
  /** A backup holds something else than its signed list says. */
  SYM_BACKUP_CONTENT("SYM-0502", Category.SENDER, "バックアップの内容が署名された一覧と一致しません。"),
  /** A backup is not of this installation, or the place that it would go to is taken. */
  SYM_BACKUP_PLACE("SYM-0503", Category.SENDER, "バックアップの復元先が空でないか、別の環境のものです。"),
  /** The broker is not the server's own: its operator backs it up, together with the database. */
  SYM_BACKUP_BROKER("SYM-0504", Category.SENDER, "外部のブローカーを使う環境では、運用事業者の手順でバックアップしてください。"),
  /** A fault of the server itself. */
  SYM_INTERNAL("SYM-0901", Category.RETRY, "一時的に処理できません。時間をおいて再送してください。"),
  /** A part that is needed is not ready. */
  SYM_NOT_READY("SYM-0902", Category.RETRY, "準備中のため受け付けられません。"),
  /** An institution asks more often than it may. */
  SYM_TOO_MANY_REQUESTS("SYM-0911", Category.RETRY, "要求の頻度が上限を超えています。指定された時間をおいて再送してください。"),
  /** An institution has as many requests under way as it may. */
  SYM_TOO_MANY_AT_ONCE("SYM-0912", Category.RETRY, "同時に処理できる要求の数を超えています。指定された時間をおいて再送してください。"),
  /** Too much waits for an institution already. */
  SYM_QUEUE_FULL("SYM-0913", Category.RETRY, "処理待ちの電文が上限に達しています。指定された時間をおいて再送してください。"),
  /** A peer sends or takes too slowly. */
  SYM_TOO_SLOW("SYM-0914", Category.SENDER, "送受信が遅すぎるため、接続を切断しました。"),
  /** Client certificate missing or not on the allow-list. */
  SCM_CLIENT_NOT_REGISTERED("SCM-0101", Category.SENDER, "接続を許可された相手ではありません。"),
  /** Certificate of another institution. */
  SCM_FOREIGN_INSTITUTION("SCM-0102", Category.SENDER, "他機関の証明書では操作できません。"),
  /** Camel* or JMS* header from outside. */
  SCM_ROUTING_HEADER("SCM-0103", Category.SENDER, "使用できないヘッダーが含まれています。"),
  /** A connection from a network from which the door is not open. */
  SCM_SOURCE_NETWORK("SCM-0104", Category.SENDER, "接続を許可されたネットワークではありません。"),
  /** Signature missing, broken or by an unexpected signer. */
  SCM_SIGNATURE("SCM-0201", Category.SENDER, "電子署名を検証できません。"),
  /** Certificate path, validity or purpose. */
  SCM_CERTIFICATE("SCM-0202", Category.SENDER, "証明書が有効ではありません。"),
  /** Algorithm, tag size or profile outside the allowed set. */
  SCM_ALGORITHM("SCM-0203", Category.SENDER, "許可されていない暗号方式です。"),
  /** Envelope that does not open: key, tag or binding. */
  SCM_ENVELOPE("SCM-0204", Category.SENDER, "暗号化された電文を開けません。"),
  /** A certificate in use has ended, or ends within a week. */
  SCM_CERTIFICATE_ENDING("SCM-0205", Category.RETRY, "使用中の証明書の有効期限が切れたか、7日以内に切れます。"),
  /** A certificate in use is on the list of revoked ones. */
  SCM_CERTIFICATE_REVOKED("SCM-0206", Category.SENDER, "使用中の証明書が失効しています。"),
  /** A list of revoked certificates that is missing, unreadable, or that nobody trusted signed. */
  SCM_REVOCATION_LIST("SCM-0207", Category.RETRY, "失効リストがないか、読めないか、信頼する認証局の署名がありません。"),
  /** A list of revoked certificates whose successor should be there. */
  SCM_REVOCATION_LIST_OLD("SCM-0208", Category.RETRY, "失効リストの次回更新日時を過ぎています。"),
  /** A certificate whose validity is over. */
  SCM_CERTIFICATE_EXPIRED("SCM-0221", Category.SENDER, "証明書の有効期限が切れています。"),
  /** A certificate whose validity has yet to begin. */
  SCM_CERTIFICATE_NOT_YET_VALID("SCM-0222", Category.SENDER, "証明書の有効期間がまだ始まっていません。"),
  /** A certificate of a peer that its authority has revoked. */
  SCM_PEER_CERTIFICATE_REVOKED("SCM-0223", Category.SENDER, "証明書が認証局により失効されています。"),
  /** Whether a certificate was revoked cannot be told: nothing at hand is recent enough. */
  SCM_REVOCATION_UNREACHABLE("SCM-0224", Category.RETRY, "失効情報を取得できず、猶予期間も過ぎているため、証明書を確認できません。"),
  /** A certificate that was issued for something else. */
  SCM_CERTIFICATE_PURPOSE("SCM-0225", Category.SENDER, "証明書の用途が異なります。"),
  /** A certificate of another institution than the one expected. */
  SCM_CERTIFICATE_INSTITUTION("SCM-0226", Category.SENDER, "証明書が別の機関のものです。"),
  /** A certificate that no authority in force has issued. */
  SCM_CERTIFICATE_ISSUER("SCM-0227", Category.SENDER, "信頼する認証局が発行した証明書ではありません。"),
  /** An authority of which the configuration says neither where it revokes nor that it does not. */
  SCM_REVOCATION_NO_SOURCE("SCM-0228", Category.RETRY, "認証局の失効情報の入手先が設定されていません。"),
  /** An answer about one certificate (OCSP) that is broken, old, or of nobody who may give it. */
  SCM_REVOCATION_STATUS("SCM-0229", Category.RETRY, "OCSPの応答が正しくないか、古いか、認証局または委任された応答者の署名がありません。"),
  /** A source of revocation data that does not answer. */
  SCM_REVOCATION_FETCH("SCM-0230", Category.RETRY, "失効情報の入手先から取得できません。"),
  /** List not signed by the network. */
  SCM_LIST_SIGNATURE("SCM-0301", Category.SENDER, "照会許可照合リストの署名を検証できません。"),
  /** Older list version. */
  SCM_LIST_OLDER("SCM-0302", Category.SENDER, "照会許可照合リストの版が現在の版より古いです。"),
  /** Same version, other content. */
  SCM_LIST_CONFLICT("SCM-0303", Category.SENDER, "同じ版番号で内容の異なる照会許可照合リストです。"),
  /** List empty, or an entry with a wrong period. */
  SCM_LIST_INVALID("SCM-0304", Category.SENDER, "照会許可照合リストの内容が正しくありません。"),
  /** Trust list not signed by the network. */
  SCM_TRUST_LIST_SIGNATURE("SCM-0311", Category.SENDER, "信頼リストの署名を検証できません。"),
  /** Older trust list. */
  SCM_TRUST_LIST_OLDER("SCM-0312", Category.SENDER, "信頼リストの版が現在の版より古いです。"),
  /** Same version of the trust list, other content. */
  SCM_TRUST_LIST_CONFLICT("SCM-0313", Category.SENDER, "同じ版番号で内容の異なる信頼リストです。"),
  /** A trust list that contradicts itself, or names what is no authority. */
  SCM_TRUST_LIST_INVALID("SCM-0314", Category.SENDER, "信頼リストの内容が正しくありません。"),
  /** A trust list whose successor should be there, or that is of a time to come. */
  SCM_TRUST_LIST_TIME("SCM-0315", Category.SENDER, "信頼リストの次回更新日時を過ぎているか、発行日時が未来です。"),
  /** The network does not hand out its trust list. */
  SCM_TRUST_LIST_UNAVAILABLE("SCM-0316", Category.RETRY, "情報提供ネットワークシステムから信頼リストを取得できません。"),
  /** A grant that outlives the fiscal year of its start (MU-07, MU-08). */
  SCM_GRANT_FISCAL_YEAR("SCM-0401", Category.SENDER, "権限の有効終了日が、開始日の属する年度の末日(3月31日)を過ぎています。"),
  /** The same grant twice at the same time. */
  SCM_GRANT_DUPLICATE("SCM-0402", Category.SENDER, "同じ権限の有効期間が重なっています。"),
  /** Somebody may not do this with grants: role or passkey is missing (JN-17, JN-20). */
  SCM_GRANT_NOT_ALLOWED("SCM-0403", Category.SENDER, "権限を操作する役割がないか、パスキーで確認されていません。"),
  /** No such grant or application in the institution. */
  SCM_GRANT_UNKNOWN("SCM-0404", Category.SENDER, "該当する権限または申請がありません。"),
  /** A reason that is missing or too long. */
  SCM_GRANT_REASON("SCM-0405", Category.SENDER, "理由を200文字以内で入力してください。"),
  /** A grant that begins before today, or ends before it begins, or is over. */
  SCM_GRANT_PERIOD("SCM-0406", Category.SENDER, "有効期間は今日以降の日から始まり、終了日が開始日以降でなければなりません。"),
  /** A grant for somebody without an account in use. */
  SCM_GRANT_PERSON("SCM-0407", Category.SENDER, "有効なアカウントのない職員には権限を付与できません。"),
  /** A grant for somebody who neither inquires nor provides (MS-93). */
  SCM_GRANT_ROLE("SCM-0408", Category.SENDER, "担当者または承認者の役割のない職員には権限を付与できません。"),
  /** The same grant has been applied for already. */
  SCM_GRANT_WAITING("SCM-0409", Category.SENDER, "同じ権限の申請が承認待ちです。"),
  /** An application that somebody has decided meanwhile. */
  SCM_GRANT_DECIDED("SCM-0410", Category.SENDER, "この申請は既に処理されています。"),
  /** Who applied, or whose grant it is, does not give it (MU-13). */
  SCM_GRANT_SAME_PERSON("SCM-0411", Category.SENDER, "申請者と権限を受ける本人は、この申請を処理できません。"),
  /** A grant that was revoked or replaced meanwhile. */
  SCM_GRANT_GONE("SCM-0412", Category.SENDER, "この権限は既に取り消されたか、変更されています。"),
  /** There is an administrator already. */
  SCM_ADMINISTRATOR_EXISTS("SCM-0501", Category.SENDER, "団体管理者が既に登録されています。"),
  /** The id belongs to a person already. */
  SCM_USER_EXISTS("SCM-0502", Category.SENDER, "このユーザーIDは既に使われています。"),
  /** Somebody may not do this with accounts: role or passkey is missing (JN-17, JN-20). */
  SCM_ACCOUNT_NOT_ALLOWED("SCM-0503", Category.SENDER, "アカウントを操作する役割がないか、パスキーで確認されていません。"),
  /** No such account in the institution. */
  SCM_ACCOUNT_UNKNOWN("SCM-0504", Category.SENDER, "該当するユーザーIDがありません。"),
  /** Something of the account waits for approval. */
  SCM_ACCOUNT_WAITING("SCM-0505", Category.SENDER, "このユーザーIDには承認待ちの申請があります。"),
  /** Nothing of the account waits for approval. */
  SCM_ACCOUNT_NOT_WAITING("SCM-0506", Category.SENDER, "承認待ちの申請ではありません。"),
  /** Applicant and approver are the same person (JN-14). */
  SCM_ACCOUNT_SAME_PERSON("SCM-0507", Category.SENDER, "申請者と本人は、この操作を行えません。"),
  /** Roles that one account cannot have together, or not in this institution (MS-93). */
  SCM_ACCOUNT_ROLES("SCM-0508", Category.SENDER, "この組合せの役割は付与できません。"),
  /** A name or reason that is missing or too long. */
  SCM_ACCOUNT_TEXT("SCM-0509", Category.SENDER, "氏名は60文字以内、理由は200文字以内で入力してください。"),
  /** One-time code, institution and id that do not belong together, or too late. */
  SCM_ACCOUNT_CODE("SCM-0510", Category.SENDER, "入力された内容では登録できません。"),
  /** A password that does not follow the rule. */
  SCM_ACCOUNT_PASSWORD(
      "SCM-0511", Category.SENDER, "パスワードは12文字以上128文字以内で、ユーザーIDおよび現在のパスワードと異なるものにしてください。"),
  /** No wrong passwords keep the account shut. */
  SCM_ACCOUNT_NOT_LOCKED("SCM-0512", Category.SENDER, "このユーザーIDはロックされていません。"),
  /** Too many logins from one address failed, whatever the account. */
  SCM_TOO_MANY_ATTEMPTS(
      "SCM-0513", Category.RETRY, "ログインの失敗が続いたため、この接続元からのログインを一時的に受け付けていません。しばらくしてからやり直してください。"),
  /** A page of the console that none of the person's roles opens (MS-93). */
  SCM_PAGE_NOT_OPEN("SCM-0601", Category.SENDER, "この画面を表示する権限がありません。"),
  /** A page of the console that is not there. */
  SCM_PAGE_UNKNOWN("SCM-0602", Category.SENDER, "存在しない画面です。"),
  /** Somebody may not do this with an export: role or passkey is missing (JN-21). */
  SCM_EXPORT_NOT_ALLOWED("SCM-0701", Category.SENDER, "この出力を操作する役割がないか、申請者ではありません。"),
  /** No such application for an export in the institution. */
  SCM_EXPORT_UNKNOWN("SCM-0702", Category.SENDER, "該当する出力の申請がありません。"),
  /** An application for an export that somebody has decided meanwhile. */
  SCM_EXPORT_DECIDED("SCM-0703", Category.SENDER, "この出力の申請は既に処理されています。"),
  /** Who applied for an export does not approve it (JN-22). */
  SCM_EXPORT_SAME_PERSON("SCM-0704", Category.SENDER, "申請者は、自分の出力の申請を承認も却下もできません。"),
  /** An export that nobody has approved (JN-22). */
  SCM_EXPORT_NOT_APPROVED("SCM-0705", Category.SENDER, "この出力は承認されていません。"),
  /** An export whose approval is over. */
  SCM_EXPORT_EXPIRED("SCM-0706", Category.SENDER, "承認された出力の期限が過ぎています。改めて申請してください。"),
  /** An export that was taken out already. */
  SCM_EXPORT_TAKEN("SCM-0707", Category.SENDER, "この出力は既に取り出されています。改めて申請してください。"),
  /** A comment that is missing or too long. */
  SCM_EXPORT_COMMENT("SCM-0708", Category.SENDER, "コメントを200文字以内で入力してください(却下では必須です)。"),
  /** Not a time-stamp token, or its signature is broken. */
  SCM_TIME_STAMP("SCM-0801", Category.SENDER, "タイムスタンプを検証できません。"),
  /** Time stamp of something else. */
  SCM_TIME_STAMP_CONTENT("SCM-0802", Category.SENDER, "別の内容に対するタイムスタンプです。"),
  /** Certificate of the time-stamp authority: path, validity at the time of the stamp, purpose. */
  SCM_TIME_STAMP_CERTIFICATE("SCM-0803", Category.SENDER, "時刻認証局の証明書が有効ではありません。"),
  /** Time stamp of another request: nonce or policy. */
  SCM_TIME_STAMP_REQUEST("SCM-0804", Category.SENDER, "タイムスタンプが要求と一致しません。"),
  /** The authority's clock and this one are too far apart. */
  SCM_TIME_STAMP_TIME("SCM-0805", Category.RETRY, "タイムスタンプの時刻がサーバーの時刻と離れています。"),
  /** The time-stamp authority refused. */
  SCM_TIME_STAMP_REFUSED("SCM-0806", Category.RETRY, "時刻認証局がタイムスタンプを発行しませんでした。"),
  /** No usable answer of the time-stamp authority. */
  SCM_TIME_STAMP_UNAVAILABLE("SCM-0807", Category.RETRY, "時刻認証局から正しい応答がありません。"),
  /** A key in a file or a token that cannot be used; what was in use before still is. */
  SCM_KEY_UNUSABLE("SCM-0901", Category.SENDER, "使用できない鍵があります。使用中の鍵はそのまま使われています。"),
  /** A data key that no master key here unwraps, so that it stays under its old one. */
  SCM_KEY_REWRAP("SCM-0902", Category.SENDER, "マスター鍵で取り出せないデータ鍵があり、包み直せませんでした。"),
  /** The data keys of an institution that is served are not destroyed. */
  SCM_KEY_SERVED("SCM-0903", Category.SENDER, "接続中の機関のデータ鍵は廃棄できません。"),
  /** Whoever has data keys destroyed names the institution twice, and alike. */
  SCM_KEY_CONFIRMATION("SCM-0904", Category.SENDER, "確認のために入力された機関コードが一致しません。"),
  /** An institution without data keys. */
  SCM_KEY_NONE("SCM-0905", Category.SENDER, "この機関のデータ鍵はありません。"),
  /** Affair outside 別表第二 (MS-35). */
  FGU_AFFAIR_NOT_ALLOWED("FGU-0102", Category.SENDER, "符号の取得が許可されている事務ではありません。"),
  /** 符号 arriving for no pending acquisition. */
  FGU_UNKNOWN_PROCESSING_NUMBER("FGU-0103", Category.SENDER, "該当する処理通番がありません。"),
  /** 符号 or number already bound otherwise (MS-30). */
  FGU_CODE_CONFLICT("FGU-0104", Category.SENDER, "符号が既に別の番号と対応付けられています。"),
  /** Same record identification number, other content. */
  FGU_DUPLICATE_RECORD("FGU-0105", Category.SENDER, "「レコード識別番号」が既に存在しています。"),
  /** No usable answer of the 宛名 hub about a person (MS-36). */
  FGU_DIRECTORY_UNAVAILABLE("FGU-0106", Category.RETRY, "宛名管理システムから正しい応答がありません。"),
  /** Message names an attachment that did not come. */
  DBM_ATTACHMENT_MISSING("DBM-0101", Category.SENDER, "添付ファイルがありません。"),
  /** Attachment not named by the message. */
  DBM_ATTACHMENT_NAME("DBM-0102", Category.SENDER, "添付ファイル名が電文の指定と一致しません。"),
  /** Segment missing, repeated or unknown. */
  DBM_SEGMENT("DBM-0103", Category.SENDER, "登録削除区分が正しくありません。"),
  /** Message id that already stands on other content. */
  DBM_MESSAGE_CONFLICT("DBM-0104", Category.SENDER, "同じ電文メッセージIDで内容の異なる電文です。"),
  /** Duplicate record identification number. */
  DBM_DUPLICATE_RECORD("DBM-0201", Category.SENDER, "「レコード識別番号」が既に存在しています。"),
  /** Unknown 特定個人情報名. */
  DBM_UNKNOWN_INFORMATION("DBM-0202", Category.SENDER, "特定個人情報名コードが登録されていません。"),
  /** No layout edition of that number at that date. */
  DBM_UNKNOWN_EDITION("DBM-0203", Category.SENDER, "版番号に対応するデータ標準レイアウトがありません。"),
  /** Item outside the layout (MS-14, JN-08). */
  DBM_ITEM_OUTSIDE_LAYOUT("DBM-0204", Category.SENDER, "データ標準レイアウトにない項目です。"),
  /** Item of wrong type, length or code list. */
  DBM_ITEM_FORM("DBM-0205", Category.SENDER, "項目の値がデータ標準レイアウトの形式に合いません。"),
  /** Items that exclude each other (MS-14). */
  DBM_ITEM_COMBINATION("DBM-0206", Category.SENDER, "同時に登録できない項目の組み合わせです。"),
  /** 本人確認情報ファイル or 送付先情報ファイル (MS-17). */
  DBM_FORBIDDEN_DATA_SET("DBM-0207", Category.SENDER, "本人確認情報および送付先情報は登録できません。"),
  /** Filled KojinNo (MS-31). */
  DBM_KOJIN_NO("DBM-0208", Category.SENDER, "個人番号(KojinNo)は受け付けません。"),
  /** Twelve digits with a valid check digit where the layout expects none. */
  DBM_INDIVIDUAL_NUMBER("DBM-0209", Category.SENDER, "個人番号と見なされる値が含まれています。"),
  /** Older edition over newer (MS-56). */
  DBM_STALE_EDITION("DBM-0210", Category.SENDER, "登録済みの副本より古い版番号です。"),
  /** Older update over newer (MS-56). */
  DBM_STALE_UPDATE("DBM-0211", Category.SENDER, "登録済みの副本より古い更新日時です。"),
  /** Deletion of what is not there. */
  DBM_NOT_FOUND("DBM-0212", Category.SENDER, "削除対象の副本がありません。"),
  /** End of publication before its start. */
  DBM_PERIOD("DBM-0214", Category.SENDER, "公開終了日が公開開始日より前です。"),
  /** Parent record key that names nothing. */
  DBM_PARENT_RECORD("DBM-0215", Category.SENDER, "親データセットレコードがありません。"),
  /** Another source than the one permitted (JN-09). */
  DBM_SOURCE_NOT_PERMITTED("DBM-0216", Category.SENDER, "この特定個人情報の登録を許可された部署ではありません。"),
  /** No proposal about a 副本 with this number in this institution. */
  DBM_PROPOSAL_UNKNOWN("DBM-0301", Category.SENDER, "該当する副本の申請がありません。"),
  /** The person has no role for this step (MS-54, MS-63). */
  DBM_PROPOSAL_ROLE("DBM-0302", Category.SENDER, "この操作に必要な役割がありません。"),
  /** The role demands a passkey in this session. */
  DBM_PROPOSAL_PASSKEY("DBM-0303", Category.SENDER, "この操作にはパスキーによる認証が必要です。"),
  /** No grant to provide on this day, or of another department (MS-11, JN-09). */
  DBM_PROPOSAL_NOT_GRANTED("DBM-0304", Category.SENDER, "この特定個人情報の副本を扱う権限がありません。"),
  /** Who entered or checked takes no other decision (MS-54, MU-13). */
  DBM_PROPOSAL_SAME_PERSON("DBM-0305", Category.SENDER, "申請または確認をした職員は、この申請を確認、承認および差戻しできません。"),
  /** Only who entered changes or withdraws. */
  DBM_PROPOSAL_NOT_ENTERER("DBM-0306", Category.SENDER, "申請した職員だけができる操作です。"),
  /** The proposal does not stand where this step begins. */
  DBM_PROPOSAL_STATE("DBM-0307", Category.SENDER, "申請の現在の状態ではこの操作はできません。"),
  /** Somebody else was faster. */
  DBM_PROPOSAL_STALE("DBM-0308", Category.SENDER, "他の職員が先に申請を処理しました。最新の状態を確認してください。"),
  /** What is stored is no longer what was seen (MS-56). */
  DBM_REPLICA_CHANGED("DBM-0309", Category.SENDER, "内容を確認した後に副本が変わりました。現在の副本を確認し、申請し直してください。"),
  /** A correction that leaves everything as it is. */
  DBM_PROPOSAL_NO_CHANGE("DBM-0310", Category.SENDER, "変更された項目がありません。"),
  /** A new 副本 where there is one. */
  DBM_REPLICA_EXISTS("DBM-0311", Category.SENDER, "この副本は既に登録されています。訂正を申請してください。"),
  /** Nothing is stored that could be changed. */
  DBM_REPLICA_ABSENT("DBM-0312", Category.SENDER, "該当する副本がありません。"),
  /** Number and day of birth are not of one person (MU-26). */
  DBM_PERSON_MISMATCH("DBM-0313", Category.SENDER, "団体内統合宛名番号と生年月日が一致する人がいません。"),
  /** A record of the register's file is of another 「特定個人情報」 than the comparison. */
  DBM_REGISTER_INFORMATION("DBM-0401", Category.SENDER, "突合する特定個人情報名と異なる明細です。"),
  /** Two records of the register's file name the same 「副本」. */
  DBM_REGISTER_DUPLICATE("DBM-0402", Category.SENDER, "同じ副本を指す明細が複数あります。"),
  /** The last line of the register's file has no end. */
  DBM_REGISTER_CUT("DBM-0403", Category.SENDER, "ファイルが途中で切れています。"),
  /** No such comparison that the person may see. */
  DBM_RECONCILIATION_UNKNOWN("DBM-0404", Category.SENDER, "該当する突合がありません。"),
  /** The comparison has ended already. */
  DBM_RECONCILIATION_ENDED("DBM-0405", Category.SENDER, "この突合は既に終わっています。"),
  /** The comparison broke off; nothing of the file is left. */
  DBM_RECONCILIATION_FAILED("DBM-0406", Category.RETRY, "突合を完了できませんでした。ファイルは削除しました。もう一度取り込んでください。"),
  /** No such finding, or its retention is over. */
  DBM_FINDING_UNKNOWN("DBM-0407", Category.SENDER, "該当する相違がないか、保管期限を過ぎています。"),
  /** The finding has a proposal that is under way or in effect. */
  DBM_REPAIR_PROPOSED("DBM-0408", Category.SENDER, "この相違の修正は既に申請されています。"),
  /** No permit or no path (MS-03). */
  TKY_PERMIT_MISSING("TKY-0101", Category.NETWORK, "情報提供許可証または経路情報がありません。"),
  /** Tampered permit or path. */
  TKY_PERMIT_SIGNATURE("TKY-0102", Category.NETWORK, "情報提供許可証の署名を検証できません。"),
  /** Expired or not yet valid. */
  TKY_PERMIT_EXPIRED("TKY-0103", Category.NETWORK, "情報提供許可証の有効期限が切れています。"),
  /** Permit used before (MS-04). */
  TKY_PERMIT_REPLAYED("TKY-0104", Category.NETWORK, "情報提供許可証は使用済みです。"),
  /** Permit of another exchange (MS-04). */
  TKY_PERMIT_FOREIGN("TKY-0105", Category.NETWORK, "情報提供許可証が他の機関または他の照会のものです。"),
  /** Path of another exchange (MS-04). */
  TKY_PATH_MISMATCH("TKY-0106", Category.NETWORK, "経路情報が提供要求と一致しません。"),
  /** Key missing, unsuitable or of another inquirer (MS-40). */
  TKY_KEY_UNSUITABLE("TKY-0107", Category.NETWORK, "照会者の暗号化鍵を使用できません。"),
  /** Tuple not on the list (MS-01, MS-02). */
  TKY_NOT_ON_LIST("TKY-0108", Category.NETWORK, "照会許可照合リストで許可されていない照会です。"),
  /** No list in force: deny (MS-02). */
  TKY_NO_LIST("TKY-0109", Category.NETWORK, "有効な照会許可照合リストがありません。"),
  /** Person or purpose; tells nothing about the person. */
  TKY_NOT_PROVIDED("TKY-0110", Category.NETWORK, "提供できません。"),
  /** Asked item outside the layout (MS-14). */
  TKY_ITEM_OUTSIDE_LAYOUT("TKY-0111", Category.NETWORK, "照会項目がデータ標準レイアウトにありません。"),
  /** Information that this provider does not hold. */
  TKY_UNKNOWN_INFORMATION("TKY-0112", Category.NETWORK, "この特定個人情報は提供していません。"),
  /** Same processing number, other content. */
  TKY_REQUEST_CONFLICT("TKY-0113", Category.NETWORK, "同じ処理通番で内容の異なる提供要求です。"),
  /** Receipt that names another answer. */
  TKY_RECEIPT_MISMATCH("TKY-0114", Category.NETWORK, "受領の内容が回答と一致しません。"),
  /** Wanted period that ends before it begins. */
  TKY_PERIOD("TKY-0115", Category.NETWORK, "照会終了日付が照会開始日付より前です。"),
  /** Permit of a weaker profile than the inquirer's key is for (MS-40, MS-43). */
  TKY_PROFILE_WEAKER("TKY-0116", Category.NETWORK, "情報提供許可証の暗号方式が、照会者の鍵で使用できる最も強い方式ではありません。"),
  /** No held case with this number in this institution. */
  TKY_CASE_UNKNOWN("TKY-0201", Category.SENDER, "該当する承認待ちの案件がありません。"),
  /** The person has no role for this step (MS-06, MS-07). */
  TKY_CASE_ROLE("TKY-0202", Category.SENDER, "この操作に必要な役割がありません。"),
  /** The role demands a passkey in this session. */
  TKY_CASE_PASSKEY("TKY-0203", Category.SENDER, "この操作にはパスキーによる認証が必要です。"),
  /** No grant to provide for this affair on this day (MS-11, MS-23). */
  TKY_CASE_NOT_GRANTED("TKY-0204", Category.SENDER, "この事務の提供権限がありません。"),
  /** Who prepared cannot decide as well (MS-06). */
  TKY_CASE_SAME_PERSON("TKY-0205", Category.SENDER, "提供内容を作成した職員は承認および差戻しができません。"),
  /** The case does not stand where this step begins. */
  TKY_CASE_STATE("TKY-0206", Category.SENDER, "案件の現在の状態ではこの操作はできません。"),
  /** Somebody else was faster (MS-06). */
  TKY_CASE_STALE("TKY-0207", Category.SENDER, "他の職員が先に案件を処理しました。最新の状態を確認してください。"),
  /** Nobody released it before its permit ran out. */
  TKY_CASE_EXPIRED("TKY-0208", Category.NETWORK, "情報提供許可証の有効期限までに承認されませんでした。"),
  /** What would leave is no longer what was seen. */
  TKY_CASE_CHANGED("TKY-0209", Category.SENDER, "確認した後に提供内容が変わりました。内容を確認し直してください。"),
  /** Nothing is there that could leave (MS-07). */
  TKY_CASE_NO_CONTENT("TKY-0210", Category.SENDER, "提供できる内容がありません。"),
  /** An item that cannot be withheld: not asked for, or the layout demands it. */
  TKY_CASE_ITEM("TKY-0211", Category.SENDER, "除いて提供することのできない項目です。"),
  /** No request with this reception number in this institution. */
  SKI_UNKNOWN_RECEPTION("SKI-0101", Category.SENDER, "該当する受付番号または処理通番がありません。"),
  /** File name of another form. */
  SKI_FILE_NAME("SKI-0102", Category.SENDER, "ファイル名が正しくありません。"),
  /** A file of this name was taken with other content. */
  SKI_FILE_CONFLICT("SKI-0103", Category.SENDER, "同じファイル名で内容の異なるファイルを受付済みです。"),
  /** More lines than a file may have. */
  SKI_TOO_MANY_LINES("SKI-0104", Category.SENDER, "明細が10,000行を超えています。"),
  /** A file without lines. */
  SKI_EMPTY_FILE("SKI-0105", Category.SENDER, "ファイルに明細がありません。"),
  /** A byte order mark before the first line. */
  SKI_BYTE_ORDER_MARK("SKI-0106", Category.SENDER, "ファイルの先頭にBOMがあります。"),
  /** A line that does not end with CRLF. */
  SKI_LINE_END("SKI-0107", Category.SENDER, "行の終わりがCRLFではありません。"),
  /** A line without anything. */
  SKI_EMPTY_LINE("SKI-0108", Category.SENDER, "空の行があります。"),
  /** More or fewer fields than 18. */
  SKI_FIELD_COUNT("SKI-0109", Category.SENDER, "項目の数が18ではありません。"),
  /** A field of another width. */
  SKI_FIELD_WIDTH("SKI-0110", Category.SENDER, "項目の桁数が正しくありません。"),
  /** A character outside ASCII. */
  SKI_NOT_ASCII("SKI-0111", Category.SENDER, "ASCII以外の文字が含まれています。"),
  /** A required field is empty. */
  SKI_FIELD_MISSING("SKI-0112", Category.SENDER, "必須の項目が空です。"),
  /** A value of another form. */
  SKI_FIELD_FORM("SKI-0113", Category.SENDER, "項目の形式または値が正しくありません。"),
  /** A day or time that the calendar lacks. */
  SKI_DATE("SKI-0114", Category.SENDER, "存在しない日付または日時です。"),
  /** End before start. */
  SKI_PERIOD("SKI-0115", Category.SENDER, "照会終了日付が照会開始日付より前です。"),
  /** The same record again, with other content or twice in one file. */
  SKI_DUPLICATE_RECORD("SKI-0116", Category.SENDER, "「レコード識別番号」が既に存在しています。"),
  /** Lines of several institutions, or of another one than the sender. */
  SKI_SEVERAL_INSTITUTIONS("SKI-0117", Category.SENDER, "情報照会者機関コードがこの機関のものではありません。"),
  /** Message id that already stands on other content. */
  SKI_MESSAGE_CONFLICT("SKI-0118", Category.SENDER, "同じ電文メッセージIDで内容の異なる照会要求です。"),
  /** Content removed after its retention. */
  SKI_RESULT_REMOVED("SKI-0119", Category.SENDER, "照会結果は保管期限を過ぎたため削除されています。"),
  /** A value of the result that the chosen encoding cannot hold. */
  SKI_UNMAPPABLE("SKI-0120", Category.SENDER, "指定された文字コードで表せない文字が含まれています。"),
  /** The affair only provides (MS-16). */
  SKI_AFFAIR_PROVIDES_ONLY("SKI-0201", Category.SENDER, "提供のみを行う事務では照会できません。"),
  /** The operator has no grant to inquire for this affair (MS-22, JN-36). */
  SKI_OPERATOR_NOT_GRANTED("SKI-0202", Category.SENDER, "この事務の照会権限がありません。"),
  /** No institution with this code. */
  SKI_PROVIDER_UNKNOWN("SKI-0203", Category.SENDER, "情報提供者機関コードが機関マスタにありません。"),
  /** Institution not valid at the date. */
  SKI_PROVIDER_NOT_VALID("SKI-0204", Category.SENDER, "情報提供者機関コードが有効ではありません。"),
  /** The inquirer asks itself: not for the network (MS-25). */
  SKI_IN_HOUSE("SKI-0205", Category.SENDER, "自機関への照会はできません。庁内連携を利用してください。"),
  /** Tuple not on the list (MS-20). */
  SKI_NOT_ON_LIST("SKI-0206", Category.SENDER, "指定された特定個人情報名の照会は許可されていません。"),
  /** No list in force: deny (MS-02). */
  SKI_NO_LIST("SKI-0207", Category.RETRY, "有効な照会許可照合リストがありません。"),
  /** No 符号 bound to the person. */
  SKI_NO_LINKAGE_CODE("SKI-0208", Category.SENDER, "指定された団体内統合宛名番号は符号が未取得です。"),
  /** 符号 acquired for another purpose (MS-18). */
  SKI_OTHER_PURPOSE("SKI-0209", Category.SENDER, "情報連携の目的で取得された符号ではありません。"),
  /** No layout of this information in force. */
  SKI_UNKNOWN_INFORMATION("SKI-0210", Category.SENDER, "特定個人情報名コードに対応するデータ標準レイアウトがありません。"),
  /** Asked item outside the layout. */
  SKI_ITEM_OUTSIDE_LAYOUT("SKI-0211", Category.SENDER, "照会項目がデータ標準レイアウトにありません。"),
  /** No answer within the time limit. */
  SKI_UNANSWERED("SKI-0301", Category.NETWORK, "回答期限までに回答がありませんでした。"),
  /** The network refused the inquiry. */
  SKI_REFUSED_BY_NETWORK("SKI-0302", Category.NETWORK, "情報提供ネットワークシステムが照会を受け付けませんでした。"),
  /** Receipt about another inquiry. */
  SKI_RECEIPT_MISMATCH("SKI-0303", Category.NETWORK, "受領の内容が照会と一致しません。"),
  /** Answer to an inquiry that nobody sent. */
  SKI_ANSWER_UNASKED("SKI-0401", Category.NETWORK, "照会していない回答です。"),
  /** Answer after the time limit. */
  SKI_ANSWER_LATE("SKI-0402", Category.NETWORK, "回答期限を過ぎた回答です。"),
  /** Another answer to an inquiry that has ended. */
  SKI_ANSWER_REPEATED("SKI-0403", Category.NETWORK, "既に終了した照会への別の回答です。"),
  /** Answer for another institution. */
  SKI_ANSWER_FOREIGN("SKI-0404", Category.NETWORK, "他の機関または他の照会への回答です。"),
  /** Not signed by the provider that was asked. */
  SKI_ANSWER_SIGNER("SKI-0405", Category.NETWORK, "照会した提供者の電子署名ではありません。"),
  /** Path missing, broken, expired, or leading elsewhere. */
  SKI_ANSWER_PATH("SKI-0406", Category.NETWORK, "回答の経路情報が照会と一致しません。"),
  /** Permit missing, broken or of another exchange. */
  SKI_ANSWER_PERMIT("SKI-0407", Category.NETWORK, "回答の情報提供許可証が照会と一致しません。"),
  /** Not what was asked for, or outside the layout (JN-13). */
  SKI_ANSWER_CONTENT("SKI-0408", Category.NETWORK, "回答の内容が照会と一致しません。"),
  /** Envelope that does not open. */
  SKI_ANSWER_ENVELOPE("SKI-0409", Category.NETWORK, "暗号化された回答を開けません。"),
  /** No such record. */
  TKM_RECORD_NOT_FOUND("TKM-0101", Category.SENDER, "該当する情報提供等記録がありません。"),
  /** A request for disclosure that is older, or newer, than clocks can differ. */
  TKM_DISCLOSURE_STALE("TKM-0301", Category.SENDER, "開示要求の日時が許容範囲外です。"),
  /** The 処理通番 of a request for disclosure has served. */
  TKM_DISCLOSURE_REPEATED("TKM-0302", Category.SENDER, "同じ処理通番の開示要求を受付済みです。"),
  /** End of the wanted period before its start. */
  TKM_DISCLOSURE_PERIOD("TKM-0303", Category.SENDER, "開示期間の終了日が開始日より前です。"),
  /** Nothing to be shown to the person, whatever the reason; tells nothing about the person. */
  JTK_NOT_PROVIDED("JTK-0101", Category.SENDER, "この自己情報は提供できません。"),
  /** Information that this institution does not keep of anybody. */
  JTK_UNKNOWN_INFORMATION("JTK-0102", Category.SENDER, "この特定個人情報は取り扱っていません。"),
  /** End of a notice before its issue. */
  OSR_PERIOD("OSR-0101", Category.SENDER, "お知らせの終了日が発行日より前です。"),
  /** Same record identification number, other content. */
  OSR_NOTICE_CONFLICT("OSR-0102", Category.SENDER, "同じレコード識別番号で内容の異なるお知らせです。"),
  /** No notice with this number in this institution. */
  OSR_UNKNOWN_NOTICE("OSR-0103", Category.SENDER, "該当するお知らせがありません。"),
  /** Twelve digits with a valid check digit in a notice (MS-31). */
  OSR_INDIVIDUAL_NUMBER("OSR-0104", Category.SENDER, "お知らせに個人番号と見なされる値が含まれています。"),
  /** What is signed is not the head of a tree. */
  TKM_HEAD_FORM("TKM-0201", Category.SENDER, "証跡ツリーの先頭の形式が正しくありません。"),
  /** A file of evidence, or a proof, that cannot be read. */
  TKM_EVIDENCE_FORM("TKM-0202", Category.SENDER, "証跡ファイルの形式が正しくありません。"),
  /** A record that no head covers yet. */
  TKM_NOT_SEALED("TKM-0203", Category.RETRY, "この記録はまだ封印されていません。しばらくしてからやり直してください。"),
  /** A record that does not lead to the root of its head. */
  TKM_PROOF("TKM-0205", Category.SENDER, "記録が、署名された先頭に至りません。記録または証明が書き換えられています。"),
  /** The network does not hand out its records. */
  TKM_LIST_UNAVAILABLE("TKM-0401", Category.RETRY, "情報提供ネットワークシステムから照合リストを取得できません。"),
  /** The list of the network is not signed by it, or not such a list. */
  TKM_LIST_SIGNATURE("TKM-0402", Category.SENDER, "照合リストの署名を検証できません。"),
  /** The list is signed, and is not what was asked for. */
  TKM_LIST_OTHER("TKM-0403", Category.SENDER, "照合リストの団体、期間または作成日時が、求めたものと異なります。"),
  /** No such report of a comparison of records. */
  TKM_COMPARISON_UNKNOWN("TKM-0404", Category.SENDER, "該当する記録の照合がありません。"),
  /** Evidence has not been kept for too long: nothing is provided (fail closed). */
  TKM_EVIDENCE_OVERDUE("TKM-0204", Category.RETRY, "証跡を保全できない状態が続いているため、情報提供を停止しています。");

  /** Who has to act, and so whether sending the same again can help. */
  public enum Category {
    /** The sender's input is wrong: the same again gives the same. */
    SENDER,
    /** The network's request may not be answered: recorded, never retried. */
    NETWORK,
    /** A fault of this side: the same again later may succeed. */
    RETRY
  }

  private final String id;
  private final Category category;
  private final String message;

  ErrorCode(String id, Category category, String message) {
    this.id = id;
    this.category = category;
    this.message = message;
  }

  /** The identifier on the wire, for example {@code DBM-0204}. */
  public String id() {
    return id;
  }

  public Category category() {
    return category;
  }

  /** The fixed Japanese text for operators; it never holds a value from the input. */
  public String message() {
    return message;
  }

  /** The code with this identifier, or empty for one that this catalogue does not hold. */
  public static Optional<ErrorCode> ofId(String id) {
    return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
  }
}
