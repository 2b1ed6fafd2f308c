package jp.chukan.mocknetwork.coresystem;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The master of the 「照会許可照合リスト」: the rows of 別表第二 in {@code data/permitted-inquiries.tsv}, each for
 * every institution that {@code data/inquirer-classes.tsv} counts among its inquirers and every
 * served municipality as 市町村長. Where a 市町村長 may ask, the served municipalities may as well, every
 * other municipality of the country. {@code data/assumed-inquiries.tsv} has rows of the same kind
 * that no known row of the law names.
 */
@Component
public final class MasterList {
  /** 「住民票関係情報」, the only information that the known rows of the law name. */
  public static final SpecificPersonalInformationCode RESIDENT_RECORD =
      new SpecificPersonalInformationCode("TM00000000000001");

  private static final Map<String, SpecificPersonalInformationCode> INFORMATION =
      Map.of(
          "住民票関係情報",
          RESIDENT_RECORD,
          "地方税関係情報",
          new SpecificPersonalInformationCode("TM00000000000002"),
          "公金受取口座",
          new SpecificPersonalInformationCode("TM00000000000089"));

  private static final String MAYOR = "市町村長";

  /** Start of a row without a date of its own: the day on which 番号法 came into force. */
  static final LocalDate IN_FORCE = LocalDate.of(2015, 10, 5);

  private final List<ProjectTable.Row> rows = ProjectTable.rows("permitted-inquiries.tsv");
  private final List<ProjectTable.Row> classes = ProjectTable.rows("inquirer-classes.tsv");
  private final List<ProjectTable.Row> assumed = ProjectTable.rows("assumed-inquiries.tsv");
  private final List<InstitutionCode> served;
  private final List<Institution> providers;

  MasterList(InstitutionDirectory institutions) {
    this.served =
        institutions.withRole(InstitutionRole.SERVED).stream().map(Institution::code).toList();
    this.providers =
        Stream.of(InstitutionRole.SERVED, InstitutionRole.PROVIDER)
            .flatMap(role -> institutions.withRole(role).stream())
            .toList();
  }

  /**
   * A row for one inquirer and one provider.
   *
   * @param item the item of the schedule behind it
   * @param inquiry what it permits
   */
  public record Entry(ScheduleItem item, PermittedInquiry inquiry) {}

  /** Every row for every inquirer and provider. */
  public List<Entry> entries() {
    return Stream.of(
            rows.stream().flatMap(this::expand),
            assumed.stream()
                .filter(row -> row.cell("provider").equals(MAYOR))
                .flatMap(this::expand),
            Stream.concat(rows.stream(), assumed.stream())
                .filter(row -> row.cell("inquirer").contains(MAYOR))
                .flatMap(this::expandForServed))
        .flatMap(entries -> entries)
        .distinct()
        .toList();
  }

  /** The list without some items, as it goes to the intermediate servers. */
  List<PermittedInquiry> without(Set<ScheduleItem> items) {
    return entries().stream()
        .filter(entry -> !items.contains(entry.item()))
        .map(Entry::inquiry)
        .toList();
  }

  private Stream<Entry> expand(ProjectTable.Row row) {
    var item = new ScheduleItem(row.cell("item"));
    return inquirers(row.cell("inquirer"), item)
        .flatMap(
            inquirer ->
                served.stream()
                    .filter(provider -> !provider.equals(inquirer))
                    .map(provider -> new Entry(item, permitted(row, item, inquirer, provider))));
  }

  /** Every served municipality asks every other municipality, or the one institution named. */
  private Stream<Entry> expandForServed(ProjectTable.Row row) {
    var item = new ScheduleItem(row.cell("item"));
    String provider = row.cell("provider");
    return served.stream()
        .flatMap(
            inquirer ->
                providers.stream()
                    .filter(
                        one ->
                            provider.equals(MAYOR)
                                ? one.isMunicipality()
                                : provider.equals(one.name()))
                    .map(Institution::code)
                    .filter(code -> !code.equals(inquirer))
                    .map(code -> new Entry(item, permitted(row, item, inquirer, code))));
  }

  private Stream<InstitutionCode> inquirers(String inquirerClass, ScheduleItem item) {
    return classes.stream()
        .filter(row -> row.cell("inquirer").equals(inquirerClass))
        .filter(row -> coversItem(row.cell("items"), item))
        .map(row -> row.cell("institution"))
        .filter(code -> !code.isEmpty())
        .map(InstitutionCode::new);
  }

  private static boolean coversItem(String items, ScheduleItem item) {
    return items.isEmpty() || Arrays.asList(items.split(",", -1)).contains(item.value());
  }

  private static PermittedInquiry permitted(
      ProjectTable.Row row, ScheduleItem item, InstitutionCode inquirer, InstitutionCode provider) {
    LocalDate from = date(row.cell("valid_from"));
    return new PermittedInquiry(
        inquirer,
        item.affair(),
        item.procedure(),
        provider,
        information(row.cell("information")),
        from == null ? IN_FORCE : from,
        date(row.cell("valid_to")));
  }

  private static SpecificPersonalInformationCode information(String name) {
    return Objects.requireNonNull(INFORMATION.get(name), name);
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
