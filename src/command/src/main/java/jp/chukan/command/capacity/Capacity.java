package jp.chukan.command.capacity;

import java.time.Duration;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;

/** What follows from the {@link Assumptions}. */
final class Capacity {
  private static final double HOUR = Duration.ofHours(1).toSeconds();
  private static final double MINUTE = Duration.ofMinutes(1).toSeconds();
  private static final double MILLIS = Duration.ofSeconds(1).toMillis();
  private static final double TERABYTE = 1e12;
  private static final double GIGABYTE = 1e9;

  private final Assumptions assumptions;

  Capacity(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /**
   * Something that follows.
   *
   * @param what it is
   * @param value with its unit
   * @param from which it follows, in the names of the assumptions
   */
  record Figure(String what, String value, String from) {}

  List<Figure> figures() {
    return List.of(
        new Figure(
            "提供 in a second of working time, mean",
            perSecond(meanPerSecond()),
            "inquiries_per_year / (working_days × working_hours)"),
        new Figure(
            "提供 in a second of the busiest hour",
            perSecond(busiestPerSecond()),
            "the mean × peak_factor"),
        new Figure(
            "processors for 提供 in that hour",
            processors(busiestPerSecond() * provisionMillis()),
            "× (provision_gateway_ms + provision_database_ms) / utilisation"),
        new Figure(
            "processors for 照会 in that hour",
            processors(busiestPerSecond() * of("inquired_here") * inquiryMillis()),
            "× inquired_here × (inquiry_gateway_ms + inquiry_database_ms) / utilisation"),
        new Figure(
            "提供 in a second of the burst",
            perSecond(burstPerSecond()),
            "burst_provisions / burst_hours"),
        new Figure(
            "processors for one city's burst",
            processors(burstPerSecond() * provisionMillis()),
            "× (provision_gateway_ms + provision_database_ms) / utilisation"),
        new Figure(
            "processors for the bursts that come together",
            processors(of("bursting_cities") * burstPerSecond() * provisionMillis()),
            "× bursting_cities"),
        new Figure(
            "副本 of the country",
            Figures.format("%,.0f million", replicas() / 1e6),
            "persons × replicas_per_person"),
        new Figure(
            "records a second while every 副本 gets its new layout",
            perSecond(layoutPerSecond()),
            "that / layout_change_hours"),
        new Figure(
            "processors for it",
            processors(layoutPerSecond() * registrationMillis()),
            "× (registration_gateway_ms + registration_database_ms) / utilisation"),
        new Figure(
            "minutes for it at a municipality of the mean size, on one processor",
            Figures.format(
                "%.1f", replicas() / of("municipalities") * registrationMillis() / MILLIS / MINUTE),
            "persons × replicas_per_person / municipalities × the same"),
        new Figure(
            "processors for everyday registration",
            processors(
                of("persons") * of("changes_per_person") / workingSeconds() * registrationMillis()),
            "persons × changes_per_person / working time × the same / utilisation"),
        new Figure(
            "disk for 副本",
            Figures.format("%.1f TB", replicas() * of("replica_bytes") / TERABYTE),
            "副本 of the country × replica_bytes"),
        new Figure(
            "disk for records, evidence and communications",
            Figures.format("%.1f TB", recordBytes() / TERABYTE),
            "inquiries_per_year × (1 + inquired_here) × exchange_bytes × record_years"),
        new Figure(
            "disk of a municipality of the mean size",
            Figures.format(
                "%.1f GB",
                (replicas() * of("replica_bytes") + recordBytes())
                    / of("municipalities")
                    / GIGABYTE),
            "both / municipalities"));
  }

  private double of(String name) {
    return assumptions.of(name);
  }

  private double workingSeconds() {
    return of("working_days") * of("working_hours") * HOUR;
  }

  private double meanPerSecond() {
    return of("inquiries_per_year") / workingSeconds();
  }

  private double busiestPerSecond() {
    return meanPerSecond() * of("peak_factor");
  }

  private double burstPerSecond() {
    return of("burst_provisions") / (of("burst_hours") * HOUR);
  }

  private double replicas() {
    return of("persons") * of("replicas_per_person");
  }

  private double layoutPerSecond() {
    return replicas() / (of("layout_change_hours") * HOUR);
  }

  private double recordBytes() {
    return of("inquiries_per_year")
        * (1 + of("inquired_here"))
        * of("exchange_bytes")
        * of("record_years");
  }

  private double provisionMillis() {
    return of("provision_gateway_ms") + of("provision_database_ms");
  }

  private double inquiryMillis() {
    return of("inquiry_gateway_ms") + of("inquiry_database_ms");
  }

  private double registrationMillis() {
    return of("registration_gateway_ms") + of("registration_database_ms");
  }

  private static String perSecond(double count) {
    return count < 100 ? Figures.format("%.1f", count) : Figures.format("%,.0f", count);
  }

  /** Of so many milliseconds of processor time in each second. */
  private String processors(double millis) {
    return Figures.format("%.1f", millis / MILLIS / of("utilisation"));
  }
}
