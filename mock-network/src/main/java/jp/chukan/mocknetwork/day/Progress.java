package jp.chukan.mocknetwork.day;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How far a day is; asked for by others while it is played. */
final class Progress {
  private final Map<EventKind, Integer> events = new EnumMap<>(EventKind.class);
  private Instant now;
  private String phase = "開庁";
  private int scenes;
  private int inquiries;
  private int messages;
  private int refused;
  private int crossings;

  Progress(Instant opening) {
    this.now = opening;
  }

  synchronized void at(Instant time) {
    now = time;
  }

  synchronized Instant now() {
    return now;
  }

  synchronized void phase(String called) {
    phase = called;
  }

  synchronized String phase() {
    return phase;
  }

  synchronized void happened(EventKind kind) {
    events.merge(kind, 1, Integer::sum);
  }

  synchronized void played() {
    scenes++;
  }

  synchronized void asked() {
    inquiries++;
  }

  synchronized Map<EventKind, Integer> events() {
    return new EnumMap<>(events);
  }

  synchronized void said(boolean taken) {
    messages++;
    refused += taken ? 0 : 1;
  }

  synchronized void crossed() {
    crossings++;
  }

  synchronized int messages() {
    return messages;
  }

  synchronized int refused() {
    return refused;
  }

  synchronized int crossings() {
    return crossings;
  }

  synchronized int scenes() {
    return scenes;
  }

  synchronized int inquiries() {
    return inquiries;
  }
}
