package jp.chukan.contract.message;

/** One message: a header that every message has, and a body of its own. */
public sealed interface Message
    permits Acknowledgement,
        BasicInformationRequest,
        BasicInformationResponse,
        CitizenNoticeAnswer,
        CitizenNoticeRegistration,
        CitizenNoticeRequest,
        InquiryAcceptance,
        InquiryAnswer,
        InquiryRequest,
        InquiryResult,
        InquiryResultRequest,
        LinkageCodeAcquisitionRequest,
        LinkageCodeAcquisitionResponse,
        LinkageCodeNotice,
        NetworkInquiry,
        NetworkInquiryReceipt,
        ProvisionAnswer,
        ProvisionReceipt,
        ProvisionRequest,
        RecordDisclosureAnswer,
        RecordDisclosureRequest,
        ReplicaInquiry,
        ReplicaInquiryResult,
        ReplicaRegistrationRequest,
        ReplicaRegistrationResult,
        ResponseModeChange,
        SelfInformationAnswer,
        SelfInformationRequest {

  MessageHeader header();
}
