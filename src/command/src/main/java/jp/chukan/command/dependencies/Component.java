package jp.chukan.command.dependencies;

import java.util.List;

/**
 * A library in a program.
 *
 * @param group its group in Maven
 * @param name its artifact in Maven
 * @param version exactly this one
 * @param sha256 of its file, lowercase hexadecimal digits; empty when the list names none
 * @param licences names that SPDX gives them, or else their own
 */
public record Component(
    String group, String name, String version, String sha256, List<String> licences) {
  public Component {
    licences = List.copyOf(licences);
  }

  /** Group and name as advisories write them. */
  public String coordinates() {
    return group + ":" + name;
  }

  /** Whether it is part of this project. */
  boolean isOwn() {
    return group.equals("jp.chukan");
  }
}
