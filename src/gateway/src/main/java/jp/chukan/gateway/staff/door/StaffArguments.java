package jp.chukan.gateway.staff.door;

import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.session.StaffSession;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a page the person who asks: {@link StaffIdentity} or {@link StaffSession}. */
final class StaffArguments implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == StaffIdentity.class
        || parameter.getParameterType() == StaffSession.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof StaffAuthentication staff) {
      return parameter.getParameterType() == StaffIdentity.class
          ? staff.getPrincipal()
          : staff.session();
    }
    throw new IllegalStateException("nobody is signed in");
  }
}
