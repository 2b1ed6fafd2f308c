package jp.chukan.command.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** 「情報提供等記録」 of one party by 処理通番. */
public final class RecordSet {
  private final SortedMap<String, List<ExchangeRecord>> byNumber = new TreeMap<>();

  /** 「情報提供等記録開示システム」: what a person sees of themselves does not go through the network. */
  private static final String DISCLOSURE_SYSTEM = "0030099000011700";

  /** Whether the network has a record of it as well. */
  public static boolean isOfTheNetwork(JsonNode exchange) {
    return !exchange.path("inquirer").asText("").equals(DISCLOSURE_SYSTEM);
  }

  /** Those of a JSON array that the condition holds for. */
  public static RecordSet of(Iterable<JsonNode> exchanges, Predicate<JsonNode> condition) {
    var set = new RecordSet();
    for (var exchange : exchanges) {
      if (condition.test(exchange)) {
        set.add(exchange);
      }
    }
    return set;
  }

  public static RecordSet of(Iterable<JsonNode> exchanges) {
    return of(exchanges, any -> true);
  }

  /** As every party writes it in JSON. */
  public void add(JsonNode exchange) {
    add(exchange.path("processingNumber").asText(), ExchangeRecord.of(exchange));
  }

  /** What people decide on later has a record when it is held and another when it has ended. */
  public void add(String processingNumber, ExchangeRecord exchange) {
    var records = byNumber.computeIfAbsent(processingNumber, number -> new ArrayList<>(1));
    if (!records.isEmpty() && records.getLast().isPending() && !exchange.isPending()) {
      records.removeLast();
    }
    records.add(exchange);
  }

  public void addAll(RecordSet others) {
    others.byNumber.forEach(
        (number, exchanges) -> exchanges.forEach(exchange -> add(number, exchange)));
  }

  /** The same without these exchanges. */
  public RecordSet without(Collection<String> numbers) {
    var rest = new RecordSet();
    byNumber.forEach(
        (number, exchanges) -> {
          if (!numbers.contains(number)) {
            exchanges.forEach(exchange -> rest.add(number, exchange));
          }
        });
    return rest;
  }

  public Set<String> numbers() {
    return byNumber.keySet();
  }

  public List<ExchangeRecord> of(String processingNumber) {
    return byNumber.getOrDefault(processingNumber, List.of());
  }

  /** How many records there are. */
  public int size() {
    return byNumber.values().stream().mapToInt(List::size).sum();
  }

  /** How many exchanges have more than one. */
  public int doubled() {
    return (int) byNumber.values().stream().filter(records -> records.size() > 1).count();
  }

  /** What is not the same at another party: each exchange must have one record on either side. */
  public List<String> differences(String side, RecordSet others) {
    var numbers = new TreeSet<>(numbers());
    numbers.addAll(others.numbers());
    var differences = new ArrayList<String>();
    for (var number : numbers) {
      var here = of(number);
      var there = others.of(number);
      if (here.size() != 1 || !here.equals(there)) {
        differences.add("%s: network %s, %s %s".formatted(number, here, side, there));
      }
    }
    return differences;
  }
}
