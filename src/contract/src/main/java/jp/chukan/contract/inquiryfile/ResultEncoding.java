package jp.chukan.contract.inquiryfile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** The encoding of a result file; neither writes a byte order mark. */
public enum ResultEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  /** Shift_JIS with the extensions of Windows. */
  MS932("MS932", Charset.forName("windows-31j"));

  private final String wireValue;
  private final Charset charset;

  ResultEncoding(String wireValue, Charset charset) {
    this.wireValue = wireValue;
    this.charset = charset;
  }

  /** How a client asks for it. */
  public String wireValue() {
    return wireValue;
  }

  public Charset charset() {
    return charset;
  }

  /**
   * @throws InvalidInputException when there is no such encoding
   */
  public static ResultEncoding fromWire(String value) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.wireValue.equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "encoding"));
  }
}
