package jp.chukan.mocknetwork.residentrecords;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;

/** 「異動」: what happens to 住民票 of a municipality. Persons are named by their position there. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ResidentEvent.MoveIn.class, name = "MOVE_IN"),
  @JsonSubTypes.Type(value = ResidentEvent.MoveWithin.class, name = "MOVE_WITHIN"),
  @JsonSubTypes.Type(value = ResidentEvent.MoveOut.class, name = "MOVE_OUT"),
  @JsonSubTypes.Type(value = ResidentEvent.LeaveTheCountry.class, name = "LEAVE_THE_COUNTRY"),
  @JsonSubTypes.Type(value = ResidentEvent.Birth.class, name = "BIRTH"),
  @JsonSubTypes.Type(value = ResidentEvent.Death.class, name = "DEATH"),
  @JsonSubTypes.Type(value = ResidentEvent.Correction.class, name = "CORRECTION"),
  @JsonSubTypes.Type(value = ResidentEvent.Naturalisation.class, name = "NATURALISATION"),
  @JsonSubTypes.Type(value = ResidentEvent.HeadChange.class, name = "HEAD_CHANGE"),
  @JsonSubTypes.Type(value = ResidentEvent.Support.class, name = "SUPPORT"),
  @JsonSubTypes.Type(value = ResidentEvent.ResidenceChange.class, name = "RESIDENCE_CHANGE")
})
public sealed interface ResidentEvent {
  /** When it took effect. */
  Instant at();

  /**
   * 転入, from another municipality or from abroad; the first is the head of the new household.
   *
   * @param newcomers in their order, all at one address
   * @param from five digits of the municipality that they come from, empty from abroad
   */
  record MoveIn(List<NewResident> newcomers, String from, Instant at) implements ResidentEvent {
    public MoveIn {
      newcomers = List.copyOf(newcomers);
    }
  }

  /**
   * 転居 of a whole household, which changes the address and nothing else.
   *
   * @param household its number
   * @param address the new one
   */
  record MoveWithin(int household, String address, Instant at) implements ResidentEvent {
    /** Never shows the address: it is about persons. */
    @Override
    public String toString() {
      return "MoveWithin[redacted]";
    }
  }

  /**
   * 転出 to another municipality.
   *
   * @param persons who go
   * @param to five digits of the municipality that they go to
   */
  record MoveOut(List<Integer> persons, String to, Instant at) implements ResidentEvent {
    public MoveOut {
      persons = List.copyOf(persons);
    }
  }

  /** 国外転出. */
  record LeaveTheCountry(List<Integer> persons, Instant at) implements ResidentEvent {
    public LeaveTheCountry {
      persons = List.copyOf(persons);
    }
  }

  /**
   * 出生.
   *
   * @param household that the child is born into
   */
  record Birth(NewResident child, int household, Instant at) implements ResidentEvent {}

  /** 死亡. */
  record Death(int person, Instant at) implements ResidentEvent {}

  /**
   * 職権修正 of the name.
   *
   * @param name as it is to be
   */
  record Correction(int person, String name, Instant at) implements ResidentEvent {
    /** Never shows the name. */
    @Override
    public String toString() {
      return "Correction[" + person + ", redacted]";
    }
  }

  /**
   * 帰化: the 住民票 of the foreigner is 消除, one of the Japanese made with the same 個人番号 and 住民票コード.
   *
   * @param name the Japanese name
   */
  record Naturalisation(int person, String name, Instant at) implements ResidentEvent {
    /** Never shows the name. */
    @Override
    public String toString() {
      return "Naturalisation[" + person + ", redacted]";
    }
  }

  /** 世帯主変更: the spouse of the head becomes head. */
  record HeadChange(int spouse, Instant at) implements ResidentEvent {}

  /**
   * 支援措置 for everybody of a household (MU-05).
   *
   * @param begun false when it is over
   */
  record Support(int household, boolean begun, Instant at) implements ResidentEvent {}

  /**
   * 職権修正 of the 在留情報 of a foreigner after a 法務省通知 (住民基本台帳法第30条の50).
   *
   * @param name as it is to be, empty when it stays
   * @param nationality as it is to be
   * @param category as it is to be
   * @param ministryVersion version of the notice
   */
  record ResidenceChange(
      int person,
      Optional<String> name,
      String nationality,
      LegalCategory category,
      int ministryVersion,
      Instant at)
      implements ResidentEvent {
    /** Never shows what changes. */
    @Override
    public String toString() {
      return "ResidenceChange[" + person + ", redacted]";
    }
  }
}
