package jp.chukan.command.client;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Encodings of a result file. */
public enum ResultEncoding {
  UTF_8("UTF-8", "UTF-8"),
  MS932("MS932", "windows-31j");

  private final String label;
  private final Charset charset;

  ResultEncoding(String label, String charset) {
    this.label = label;
    this.charset = Charset.forName(charset);
  }

  public Charset charset() {
    return charset;
  }

  /**
   * @throws IllegalArgumentException when there is no such encoding
   */
  public static ResultEncoding of(String label) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("neither UTF-8 nor MS932: " + label));
  }

  @Override
  public String toString() {
    return label;
  }
}
