package org.vizgate.spring.app;

import java.security.Principal;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.vizgate.session.RequestAttributes;
import org.vizgate.session.TableauCaller;

/** The recipe of README.md: how a controller is given the caller. */
@RestController
public class WhoController {
    @GetMapping("/api/whoami")
    String whoami(@RequestAttribute(RequestAttributes.CALLER) TableauCaller caller, Principal principal) {
        return caller.session().user().name() + " is " + principal.getName();
    }
}
