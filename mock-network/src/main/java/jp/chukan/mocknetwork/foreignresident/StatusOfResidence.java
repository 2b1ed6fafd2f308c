package jp.chukan.mocknetwork.foreignresident;

/** 「在留資格」 with which somebody can be a 中長期在留者 (出入国管理及び難民認定法 別表第一, 別表第二). */
public enum StatusOfResidence {
  PROFESSOR("教授"),
  ARTIST("芸術"),
  RELIGIOUS_ACTIVITIES("宗教"),
  JOURNALIST("報道"),
  HIGHLY_SKILLED_PROFESSIONAL_1("高度専門職１号"),
  HIGHLY_SKILLED_PROFESSIONAL_2("高度専門職２号"),
  BUSINESS_MANAGER("経営・管理"),
  LEGAL_ACCOUNTING_SERVICES("法律・会計業務"),
  MEDICAL_SERVICES("医療"),
  RESEARCHER("研究"),
  INSTRUCTOR("教育"),
  ENGINEER_SPECIALIST_IN_HUMANITIES("技術・人文知識・国際業務"),
  INTRA_COMPANY_TRANSFEREE("企業内転勤"),
  NURSING_CARE("介護"),
  ENTERTAINER("興行"),
  SKILLED_LABOR("技能"),
  SPECIFIED_SKILLED_WORKER_1("特定技能１号"),
  SPECIFIED_SKILLED_WORKER_2("特定技能２号"),
  TECHNICAL_INTERN_TRAINING("技能実習"),
  CULTURAL_ACTIVITIES("文化活動"),
  STUDENT("留学"),
  TRAINEE("研修"),
  DEPENDENT("家族滞在"),
  DESIGNATED_ACTIVITIES("特定活動"),
  PERMANENT_RESIDENT("永住者"),
  SPOUSE_OF_JAPANESE("日本人の配偶者等"),
  SPOUSE_OF_PERMANENT_RESIDENT("永住者の配偶者等"),
  LONG_TERM_RESIDENT("定住者");

  private final String japanese;

  StatusOfResidence(String japanese) {
    this.japanese = japanese;
  }

  /** What stands on a 住民票. */
  public String japanese() {
    return japanese;
  }

  /** Whether it ends: of all but two. */
  public boolean isLimited() {
    return this != PERMANENT_RESIDENT && this != HIGHLY_SKILLED_PROFESSIONAL_2;
  }
}
