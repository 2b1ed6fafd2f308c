package jp.chukan.mocknetwork.inquiryrelay;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import jp.chukan.mocknetwork.inquiryrelay.RelayedFile.State;
import jp.chukan.mocknetwork.municipality.AddresseeHub;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.HubVault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where business systems hand their files of 「情報照会」 in and get their results (MS-24, MS-33). A
 * business system writes its own 宛名番号 and nothing else about the person.
 */
@Component
public final class InquiryRelay {
  private static final int NAMES_TRIED = 1_000;
  private final RelayedFiles files;
  private final RelayFiles relaying;
  private final AddresseeHub hub;
  private final HubVault vault;
  private final References references;
  private final InstantSource clock;

  InquiryRelay(
      RelayedFiles files,
      RelayFiles relaying,
      AddresseeHub hub,
      HubVault vault,
      References references,
      InstantSource clock) {
    this.files = files;
    this.relaying = relaying;
    this.hub = hub;
    this.vault = vault;
    this.references = references;
    this.clock = clock;
  }

  /**
   * Takes a file; the same again changes nothing. A line whose 宛名番号 the hub does not know, or that
   * cannot be read, is told back in the result and does not go out.
   *
   * @throws InvalidInputException when the file is refused as a whole: what {@link
   *     InquiryFileReader} refuses, SKI_SEVERAL_INSTITUTIONS for another municipality,
   *     SKI_FILE_CONFLICT for other content under a name that this system has used
   */
  public RelayedFile handIn(
      InstitutionCode institution, BusinessSystem system, InquiryFileName name, byte[] content) {
    InquiryFile file = InquiryFileReader.read(content);
    if (file.institution() != null && !institution.equals(file.institution())) {
      throw InvalidInputException.at(
          ErrorCode.SKI_SEVERAL_INSTITUTIONS, InquiryField.INQUIRER.label());
    }
    byte[] digest = vault.digest(content);
    RelayedFile relayed =
        known(institution, system, name, digest)
            .orElseGet(() -> keep(institution, system, name, content, file, digest));
    relaying.wake();
    return relayed;
  }

  private Optional<RelayedFile> known(
      InstitutionCode institution, BusinessSystem system, InquiryFileName name, byte[] digest) {
    return files
        .find(institution, system, name)
        .map(
            known -> {
              if (!MessageDigest.isEqual(known.digest(), digest)) {
                throw InvalidInputException.of(ErrorCode.SKI_FILE_CONFLICT);
              }
              return known.file();
            });
  }

  private RelayedFile keep(
      InstitutionCode institution,
      BusinessSystem system,
      InquiryFileName name,
      byte[] content,
      InquiryFile file,
      byte[] digest) {
    Instant now = clock.instant();
    ResolvedFile resolved =
        ResolvedFile.of(file, numbers -> hub.resolve(institution, system, numbers));
    byte[] original = vault.seal(content);
    byte[] outgoing = vault.seal(resolved.content());
    InquiryFileName sentName = InquiryFileName.first(now);
    for (int tried = 0; tried < NAMES_TRIED; tried++, sentName = sentName.next()) {
      var relayed =
          new RelayedFile(
              references.next(),
              institution,
              system,
              name.value(),
              sentName.value(),
              file.lines().size(),
              resolved.toldBack().size(),
              now,
              State.WAITING,
              null,
              null,
              null);
      if (files.keep(relayed, digest, original, outgoing, resolved.unknown())) {
        return relayed;
      }
      Optional<RelayedFile> meanwhile = known(institution, system, name, digest);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
    }
    throw new IllegalStateException("no name is left for a file of this second");
  }

  /** How far a file of this municipality is; empty when there is none of this number. */
  public Optional<RelayedFile> find(InstitutionCode institution, ReceptionNumber reference) {
    return files.find(reference).filter(file -> file.institution().equals(institution));
  }

  public List<RelayedFile> of(InstitutionCode institution) {
    return files.of(institution);
  }

  /** How far the server is with a file, in its own words; null when it does not have the file. */
  public @Nullable JsonNode stateAtServer(RelayedFile file) {
    return relaying.state(file);
  }

  /**
   * The result file (UTF-8), for the business system that handed the file in; empty for any other
   * one, and before it is complete.
   */
  public Optional<byte[]> result(
      InstitutionCode institution, BusinessSystem system, ReceptionNumber reference) {
    return find(institution, reference)
        .filter(file -> file.system() == system)
        .flatMap(file -> files.result(reference))
        .map(vault::openBytes);
  }
}
