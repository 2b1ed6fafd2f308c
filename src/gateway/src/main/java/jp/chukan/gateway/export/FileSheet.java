package jp.chukan.gateway.export;

import java.io.IOException;
import java.io.OutputStream;
import jp.chukan.contract.code.InstitutionCode;

/** What leaves as a file of a form of its own, which it reads in a transaction of its own. */
public non-sealed interface FileSheet<C extends Record> extends ExportSheet<C> {

  /** Writes the file as a stream. */
  void write(InstitutionCode institution, C criteria, OutputStream out) throws IOException;
}
