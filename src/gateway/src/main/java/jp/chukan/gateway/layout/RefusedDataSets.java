package jp.chukan.gateway.layout;

import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * What is never registered as 「副本」, whatever layouts there are (MS-17).
 *
 * @param dataSets data sets by their item code
 * @param information whole kinds of 「特定個人情報」
 */
record RefusedDataSets(List<DataSet> dataSets, List<Information> information) {

  /**
   * @param code item code of the data set
   * @param name its name for staff
   */
  record DataSet(ItemCode code, String name) {}

  /**
   * @param code 「特定個人情報名コード」
   * @param name its name for staff
   */
  record Information(SpecificPersonalInformationCode code, String name) {}

  RefusedDataSets {
    dataSets = List.copyOf(dataSets);
    information = List.copyOf(information);
  }
}
