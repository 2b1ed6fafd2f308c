package jp.chukan.gateway.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;

/** The items of a 「副本」 as the bytes that are encrypted: a JSON object of item code and value. */
final class ReplicaContent {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> ITEMS =
      new TypeReference<>() {};

  private ReplicaContent() {}

  static byte[] write(Map<ItemCode, String> items) {
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(items.size());
    items.forEach((code, value) -> values.put(code.value(), value));
    try {
      return JSON.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("codes and values are always writable", e);
    }
  }

  static Map<ItemCode, String> read(byte[] content) {
    try {
      Map<ItemCode, String> items = new LinkedHashMap<>();
      JSON.readValue(content, ITEMS).forEach((code, value) -> items.put(new ItemCode(code), value));
      return items;
    } catch (IOException e) {
      // Not as cause: its text would quote the content.
      throw new IllegalStateException("a stored replica is not readable");
    }
  }
}
