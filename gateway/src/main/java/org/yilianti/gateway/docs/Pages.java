package org.yilianti.gateway.docs;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yilianti.platform.access.WithoutRole;

/** The two pages of the gateway itself: where to go, and the form to sign in. */
@Controller
@WithoutRole
class Pages {

    @GetMapping("/")
    String landing(@Nullable Authentication caller, Model model) {
        model.addAttribute("account", caller == null ? null : caller.getName());
        return "landing";
    }

    @GetMapping("/login")
    String signIn() {
        return "login";
    }
}
