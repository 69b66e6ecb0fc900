package org.vizgate.spring.app;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Needs nobody. */
@RestController
public class OpenController {
    @GetMapping("/public/hello")
    String hello() {
        return "hello";
    }
}
