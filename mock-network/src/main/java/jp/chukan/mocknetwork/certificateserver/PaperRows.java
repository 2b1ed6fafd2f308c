package jp.chukan.mocknetwork.certificateserver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.certificate.CertificateContent;

/** The rows in which a certificate tells of a person. */
final class PaperRows {
  /** What stands where something was not asked for. */
  static final String LEFT_OUT = "省略";

  private static final String NOTHING = "なし";

  private PaperRows() {}

  /**
   * One row: one or two labels, each with its value.
   *
   * @param label of the left value
   * @param value left
   * @param secondLabel empty when the value takes the whole row
   * @param secondValue right
   */
  record Row(String label, String value, String secondLabel, String secondValue) {
    static Row wide(String label, String value) {
      return new Row(label, value, "", "");
    }

    /** Shows the labels only: the values are about a person. */
    @Override
    public String toString() {
      return "Row[" + label + " " + secondLabel + ", redacted]";
    }
  }

  static List<Row> of(CertificateContent.Entry one) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("氏名", one.name(), "続柄", one.relationship().orElse(LEFT_OUT)));
    rows.add(
        new Row(
            "生年月日", JapaneseDates.of(one.birthDate()), "性別", one.sex().equals("1") ? "男" : "女"));
    rows.add(
        new Row(
            "住民となった年月日",
            JapaneseDates.of(one.residentSince()),
            "住所を定めた年月日",
            JapaneseDates.of(one.settledOn())));
    rows.add(Row.wide("前住所", one.previousAddress().orElse(NOTHING)));
    if (one.domicile().isEmpty() && one.stay().isEmpty()) {
      rows.add(Row.wide("本籍または国籍・地域", LEFT_OUT));
    }
    one.domicile()
        .ifPresent(
            domicile -> {
              rows.add(Row.wide("本籍", domicile.place()));
              rows.add(Row.wide("筆頭者", domicile.firstRegistered()));
            });
    one.stay().ifPresent(stay -> rows.addAll(of(stay)));
    return rows;
  }

  private static List<Row> of(CertificateContent.Stay stay) {
    return List.of(
        new Row("国籍・地域", stay.nationality(), "在留資格", stay.status().orElse(NOTHING)),
        new Row(
            "在留期間等",
            stay.period().map(JapaneseDates::of).orElse(NOTHING),
            "満了の日",
            day(stay.expiresOn())),
        Row.wide("法第30条の45に規定する区分", stay.category()),
        Row.wide("在留カード等の番号", stay.cardNumber().orElse(NOTHING)));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(JapaneseDates::of).orElse(NOTHING);
  }
}
