package jp.chukan.gateway.disclosure;

import java.util.function.BiFunction;
import jp.chukan.contract.message.DisclosureRequest;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;

/**
 * One kind of question that the door takes.
 *
 * @param request the message that asks
 * @param requestType its 「電文種別ID」
 * @param answer makes the message that answers
 * @param answerType its 「電文種別ID」
 * @param function under which it stands in the 「操作ログ」
 * @param <M> the message that asks
 */
public record DisclosureKind<M extends Message & DisclosureRequest>(
    Class<M> request,
    String requestType,
    BiFunction<MessageHeader, EnvelopedAnswer, Message> answer,
    String answerType,
    String function) {}
