package jp.chukan.command.client;

import org.jspecify.annotations.Nullable;

/**
 * One place at which a CSV file is wrong, as the gateway tells it.
 *
 * @param line number of the line, null when it is about the whole file
 * @param column name of the column, null when it is about the whole line
 * @param errorCode the row of the catalogue
 * @param errorMessage its text
 */
public record FileFault(
    @Nullable Long line, @Nullable String column, String errorCode, String errorMessage) {

  String describe() {
    return (line == null ? "" : "line " + line + " ")
        + (column == null ? "" : column + " ")
        + errorCode
        + " "
        + errorMessage;
  }
}
