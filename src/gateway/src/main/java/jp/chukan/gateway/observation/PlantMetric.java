package jp.chukan.gateway.observation;

/** What is looked at regularly, as it stands at that moment. */
enum PlantMetric {
  LIST_AGE("permission.list.age", "seconds", "Since the list in force was published"),
  TRUST_LIST_AGE("trust.list.age", "seconds", "Since the trust list in force was published"),
  REVOCATION_AGE("revocation.age", "seconds", "Since revocation data of an authority were made"),
  REVOCATION_LEFT(
      "revocation.left", "seconds", "Until the certificates of an authority are refused"),
  CERTIFICATE_LEFT("certificate.left", "days", "Until a certificate ends"),
  QUEUE_MESSAGES("queue", "messages", "Messages in a queue of the broker"),
  QUEUE_AGE("queue.age", "seconds", "Since the oldest message of a queue waits"),
  OUTBOX_MESSAGES("outbox", "messages", "Messages that have yet to reach the broker"),
  OUTBOX_AGE("outbox.age", "seconds", "Since the oldest of them waits"),
  DEAD_LETTERS("dead", "letters", "Dead letters about which nobody has decided"),
  CASES_WAITING("cases.waiting", null, "Held cases that wait for people"),
  CASES_LEFT("cases.left", "seconds", "Until the first permit of a waiting case runs out"),
  RECORDS_DIFFERING(
      "records.differing", "days", "Days whose records differ from those of the others"),
  EVIDENCE_DELAY("evidence.delay", "seconds", "Since the oldest record waits for its proof"),
  EVIDENCE_LEFT("evidence.left", "seconds", "Until nothing is provided any more"),
  JOB_AGE("job.success.age", "seconds", "Since a job last came to its end without fault"),
  JOB_FAILURES("job.failures", null, "Runs of a job that failed in a row"),
  JOB_OVERDUE("job.overdue", "seconds", "Since a job should have begun"),
  LOOKED("plant.looked", "seconds", "When a part was last looked at, since 1970");

  private final String stem;
  private final String unit;
  private final String meaning;

  PlantMetric(String stem, @org.jspecify.annotations.Nullable String unit, String meaning) {
    this.stem = stem;
    this.unit = unit == null ? "" : unit;
    this.meaning = meaning;
  }

  /** Name of the meter, without its unit. */
  String meter() {
    return "chukan." + stem;
  }

  /** Empty for a plain count. */
  String unit() {
    return unit;
  }

  String meaning() {
    return meaning;
  }
}
