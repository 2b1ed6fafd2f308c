package jp.chukan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.evidence.InclusionPath;
import jp.chukan.contract.evidence.TreeHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Personal data never reach a log by way of {@code toString}. A text or a date in a record counts
 * as personal unless it stands in {@link #HARMLESS}: who adds a component decides.
 */
@DisplayName("個人情報はtoStringに出ない")
class RedactionTest {
  private static final String MARKER = "PERSONALDATA";
  private static final String DIGITS = "987654321012345";
  private static final LocalDate DAY = LocalDate.parse("1987-06-05");

  /** Components that say nothing about a person, by record and name. */
  private static final Map<String, Set<String>> HARMLESS =
      Map.ofEntries(
          Map.entry("error.Refusal", Set.of("record", "element")),
          Map.entry("message.MessageHeader", Set.of("messageTypeId", "result")),
          Map.entry(
              "message.Acknowledgement.Body",
              Set.of("errorCode", "record", "element", "errorMessage")),
          Map.entry(
              "message.LinkageCodeAcquisitionResponse.Result",
              Set.of("errorCode", "element", "errorMessage")),
          Map.entry("message.ProvisionAnswer.Body", Set.of("errorCode")),
          Map.entry("message.InquiryAnswer.Body", Set.of("errorCode")),
          Map.entry("message.NetworkInquiryReceipt.Body", Set.of("errorCode")),
          Map.entry(
              "message.ReplicaRegistrationRequest.Body",
              Set.of("attachedFileName", "attachmentId")),
          Map.entry(
              "message.ReplicaRegistrationResult.Refused",
              Set.of("recordNumber", "errorCode", "element", "errorMessage")),
          Map.entry("message.ResponseModeChange.Change", Set.of("autoResponseProhibited")),
          Map.entry("message.EnvelopedAnswer", Set.of("errorCode")),
          Map.entry("document.ProvisionPermit", Set.of("keyId", "profileId")),
          Map.entry("document.InquirerPath", Set.of("pathId")),
          Map.entry("document.ReportedExchange", Set.of("errorCode", "refusedByNetwork")),
          Map.entry("document.PermittedInquiry", Set.of("validFrom", "validTo")),
          Map.entry("attachment.AttachmentRecord.Unreadable", Set.of("recordNumber")),
          Map.entry("crypto.EnvelopeBinding", Set.of("keyId", "profileId")),
          Map.entry("crypto.TimeStampAlgorithms.Scheme", Set.of("name")),
          Map.entry("evidence.EvidenceFinding", Set.of("detail")),
          Map.entry("evidence.Differences.Held", Set.of("kind")),
          Map.entry("evidence.Batch.Row", Set.of("kind")),
          Map.entry("evidence.PurgeStatement", Set.of("institution", "of", "before", "at")),
          Map.entry("xml.SchemaGrammar.Child", Set.of("type")));

  static Stream<Class<?>> recordsWithPersonalComponents() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("jp.chukan.contract")
            .stream()
            .filter(JavaClass::isRecord)
            .filter(type -> !type.getPackageName().endsWith(".code"))
            .<Class<?>>map(JavaClass::reflect)
            .filter(
                type ->
                    Arrays.stream(type.getRecordComponents()).anyMatch(RedactionTest::isPersonal));
  }

  @ParameterizedTest
  @MethodSource("recordsWithPersonalComponents")
  void aRecordDoesNotPrintItsPersonalComponents(Class<?> type) throws ReflectiveOperationException {
    assertThat(sample(type).toString()).doesNotContain(MARKER, DIGITS, DAY.toString());
  }

  @Test
  void everyRecordThatIsAboutAPersonIsLookedAt() {
    assertThat(recordsWithPersonalComponents().map(RedactionTest::nameOf))
        .contains(
            "message.BasicInformationResponse.BasicInformation",
            "message.ReplicaInquiryResult.Item",
            "message.ReplicaInquiryResult.StoredReplica",
            "message.ReplicaInquiry.Body",
            "document.ProvidedInformation.Item",
            "attachment.ReplicaItem",
            "attachment.RegistrationRecord",
            "inquiryfile.InquiryLine",
            "inquiryfile.ResultLine");
  }

  @Test
  void theNumbersOfAPersonArePrintedByNameOnly() {
    assertThat(new UnifiedAddresseeNumber(DIGITS)).hasToString("UnifiedAddresseeNumber[redacted]");
    assertThat(new AddresseeNumber(DIGITS)).hasToString("AddresseeNumber[redacted]");
    assertThat(new LinkageCode(MARKER.repeat(2))).hasToString("LinkageCode[redacted]");
  }

  @Test
  void aMessageAboutPeoplePrintsNothingOfThem() {
    assertThat(SampleMessages.messages().toString())
        .doesNotContain("試験", "架空", "1980-01-02", "000000000000042", "AAECAwQFBgcICQoLDA0ODw");
    assertThat(SampleMessages.documents().toString()).doesNotContain("TK00000000000101");
    assertThat(SampleRecords.household(1).toString()).doesNotContain("試験", "REC-");
  }

  private static boolean isPersonal(RecordComponent component) {
    Class<?> type = component.getType();
    boolean text = type == String.class || type == LocalDate.class;
    return text
        && !HARMLESS
            .getOrDefault(nameOf(component.getDeclaringRecord()), Set.of())
            .contains(component.getName());
  }

  private static String nameOf(Class<?> type) {
    return type.getName().replace("jp.chukan.contract.", "").replace('$', '.');
  }

  private static Object sample(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType());
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      return List.of(value(list.getActualTypeArguments()[0]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return MARKER;
    } else if (plain == LocalDate.class) {
      return DAY;
    } else if (plain == byte[].class) {
      return MARKER.getBytes(StandardCharsets.US_ASCII);
    } else if (plain == Instant.class) {
      return Instant.EPOCH;
    } else if (plain == long.class || plain == Long.class) {
      return 1L;
    } else if (plain == TreeHash.class) {
      return TreeHash.ofNothing();
    } else if (plain == InclusionPath.class) {
      return new InclusionPath(0, 1, List.of());
    } else if (plain == int.class) {
      return 1;
    } else if (plain == boolean.class) {
      return true;
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    } else if (plain.getPackageName().endsWith(".code")) {
      return code(plain);
    }
    return sample(plain);
  }

  /** The first of these that has the form of the code. */
  private static Object code(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor(String.class);
    for (String value :
        List.of(
            DIGITS,
            MARKER,
            "REC-1",
            "TM00000000000001",
            "TK00000000000001",
            "JM00000000000001",
            "JT00000000000001",
            "0220104202101700",
            "K000000001",
            "1")) {
      try {
        return constructor.newInstance(value);
      } catch (InvocationTargetException e) {
        // has another form
      }
    }
    throw new AssertionError("no sample of " + type);
  }
}
