package org.yilianti.gateway.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Files the session under the account that signed in, so that it can be ended with it; the store knows only its own key. */
class NamedSession extends SavedRequestAwareAuthenticationSuccessHandler {

    NamedSession(RequestCache interrupted) {
        setRequestCache(interrupted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        request.getSession()
                .setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, signedIn.getName());
        super.onAuthenticationSuccess(request, response, signedIn);
    }
}
