package jp.chukan.mocknetwork.municipality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.mocknetwork.residentrecords.Resident;

/**
 * How large the content of an answer about 「地方税関係情報」 is to be: the document in the envelope, as it
 * is before it is sealed. As many items are asked for as usually make such a size, and their values
 * are as long as it takes to meet it to the byte.
 *
 * @param bytes 1,024 to 65,536
 */
public record ContentSize(int bytes) {
  private static final int LEAST = 1_024;
  private static final int MOST = 65_536;

  /** Of a value, where there are items enough: nine characters. */
  private static final int USUAL_VALUE = 28;

  /** Of a character of {@link #TEXT}. */
  private static final int BYTES_OF_CHARACTER = 3;

  /** What every value is made of: obviously about nobody. */
  private static final String TEXT = "架空の給与収入及び架空の事業所得並びに仮名の扶養親族に係る見本の控除額及び例示の課税標準額、";

  /** 市町村民税均等割額 of everybody. */
  private static final String PER_CAPITA = "3000";

  /** 市町村民税所得割額 is between this and ten times as much, so that it has as many digits. */
  private static final int LEAST_INCOME_TAX = 100_000;

  private static final int FRAME = size(List.of());
  private static final int FRAME_OF_ITEM =
      size(List.of(new ProvidedInformation.Item(TaxInformation.LAYOUT.getFirst(), "x")))
          - FRAME
          - 1;

  public ContentSize {
    if (bytes < LEAST || bytes > MOST) {
      throw new IllegalArgumentException("contents have %d to %d bytes".formatted(LEAST, MOST));
    }
  }

  /** The items that are asked for, in the order of the layout. */
  public List<ItemCode> items() {
    int wanted = (bytes - FRAME) / (FRAME_OF_ITEM + USUAL_VALUE);
    return TaxInformation.LAYOUT.subList(0, Math.min(wanted, TaxInformation.LAYOUT.size()));
  }

  /**
   * What a municipality holds about a person, the same every time: these items, so that the answer
   * has this size. {@link Random} is used for its specified sequence, not for chance.
   */
  TaxInformation information(InstitutionCode municipality, Resident person) {
    var random = new Random((municipality + "/" + person.recordCode().value()).hashCode());
    Map<ItemCode, String> amounts = new LinkedHashMap<>();
    amounts.put(TaxInformation.PER_CAPITA, PER_CAPITA);
    amounts.put(
        TaxInformation.INCOME,
        String.valueOf(LEAST_INCOME_TAX + random.nextInt(9 * LEAST_INCOME_TAX)));
    amounts.keySet().retainAll(items());
    var texts = items().stream().filter(item -> !amounts.containsKey(item)).toList();
    int left =
        bytes
            - FRAME
            - items().size() * FRAME_OF_ITEM
            - amounts.values().stream().mapToInt(String::length).sum();
    Map<ItemCode, String> values = new LinkedHashMap<>(amounts);
    for (int index = 0; index < texts.size(); index++) {
      int longer = index < left % texts.size() ? 1 : 0;
      values.put(texts.get(index), text(left / texts.size() + longer, random));
    }
    return new TaxInformation(values);
  }

  /** So many bytes of text: digits until the rest is whole characters. */
  private static String text(int bytes, Random random) {
    var text = new StringBuilder();
    for (int digit = 0; digit < bytes % BYTES_OF_CHARACTER; digit++) {
      text.append(1 + random.nextInt(9));
    }
    int from = random.nextInt(TEXT.length());
    for (int character = 0; character < bytes / BYTES_OF_CHARACTER; character++) {
      text.append(TEXT.charAt((from + character) % TEXT.length()));
    }
    return text.toString();
  }

  private static int size(List<ProvidedInformation.Item> items) {
    return XmlDocuments.write(
            new ProvidedInformation(
                new ProcessingNumber("0".repeat(24)),
                new InstitutionCode("0".repeat(16)),
                TaxInformation.INFORMATION,
                TaxInformation.EDITION,
                items))
        .length;
  }
}
