package org.vizgate.spring.app;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** An application of Spring Boot, but for the gate. */
@EnableAutoConfiguration
@Import({WhoController.class, OpenController.class})
public class Application {}
