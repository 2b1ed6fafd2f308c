package jp.chukan.contract.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Claims of one record that it stands in the tree of an institution, in a small file that proves it
 * to anybody who trusts the authorities (RFC 9162 section 2.1.3). Nothing of it is proved before
 * {@link #verify}.
 *
 * @param institution whose tree
 * @param kind what the record is the evidence of
 * @param body the record
 * @param path from its leaf to the root
 * @param signed head with that root
 * @param timeStamp over the signed head, null when it has none
 */
public record InclusionProof(
    InstitutionCode institution,
    String kind,
    String body,
    InclusionPath path,
    RawSignedDocument signed,
    @Nullable RawTimeStamp timeStamp) {
  private static final String FORMAT = "chukan-proof/1";

  /**
   * As it stands in the file; hashes, signed head and time stamp in Base64.
   *
   * @param format always the same
   * @param institution 「機関コード」
   * @param kind of the record
   * @param body the record, a text
   * @param position of its leaf
   * @param treeSize of the head
   * @param path one behind the other
   * @param signed the head
   * @param timeStamp when there is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Form(
      @Nullable String format,
      @Nullable String institution,
      @Nullable String kind,
      @Nullable String body,
      long position,
      long treeSize,
      byte @Nullable [] path,
      byte @Nullable [] signed,
      byte @Nullable [] timeStamp) {

    /** Without the body. */
    @Override
    public String toString() {
      return "Form[" + position + "]";
    }
  }

  /** The file, JSON in UTF-8. */
  public byte[] file() {
    try {
      return EvidenceLine.JSON
          .writerWithDefaultPrettyPrinter()
          .writeValueAsBytes(
              new Form(
                  FORMAT,
                  institution.value(),
                  kind,
                  body,
                  path.position(),
                  path.treeSize(),
                  TreeHash.join(path.hashes()),
                  signed.bytes(),
                  timeStamp == null ? null : timeStamp.bytes()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a proof is always writable", e);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws InvalidInputException with {@link ErrorCode#TKM_EVIDENCE_FORM} when it is another one
   */
  public static InclusionProof read(byte[] file) {
    try {
      Form form = EvidenceLine.JSON.readValue(file, Form.class);
      if (form.format == null
          || !form.format.equals(FORMAT)
          || form.institution == null
          || form.kind == null
          || form.body == null
          || form.path == null
          || form.signed == null) {
        throw InvalidInputException.of(ErrorCode.TKM_EVIDENCE_FORM);
      }
      List<TreeHash> hashes = TreeHash.split(form.path);
      return new InclusionProof(
          new InstitutionCode(form.institution),
          form.kind,
          form.body,
          new InclusionPath(form.position, form.treeSize, hashes),
          new RawSignedDocument(form.signed),
          form.timeStamp == null ? null : new RawTimeStamp(form.timeStamp));
    } catch (IOException | IllegalArgumentException other) {
      throw new InvalidInputException(Refusal.of(ErrorCode.TKM_EVIDENCE_FORM), other);
    }
  }

  /**
   * Verifies the path and the head.
   *
   * @return the head that proves the record
   * @throws InvalidInputException with {@link ErrorCode#TKM_PROOF} when the record does not lead to
   *     the root that was signed; with a code of {@link TreeHeadVerifier} when nobody signed it
   */
  public VerifiedTreeHead verify(TreeHeadVerifier heads) {
    VerifiedTreeHead proved = heads.verify(signed, institution);
    TreeHash leaf = TreeHash.ofLeaf(body.getBytes(StandardCharsets.UTF_8));
    boolean leads =
        path.rootFrom(leaf).filter(root -> root.equals(proved.head().root())).isPresent();
    if (!leads || path.treeSize() != proved.head().treeSize()) {
      throw InvalidInputException.of(ErrorCode.TKM_PROOF);
    }
    return proved;
  }

  /** Without the record. */
  @Override
  public String toString() {
    return "InclusionProof[" + institution + " " + path.position() + "]";
  }
}
