package org.vizgate.spring.app;

import java.util.Set;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.vizgate.servlet.VizgateInitializer;

import static org.springframework.core.Ordered.HIGHEST_PRECEDENCE;

/** The recipe of README.md: filter and servlets, in front of everything that Spring registers. */
@Component
@Order(HIGHEST_PRECEDENCE)
public class VizgateGate implements ServletContextInitializer {
    @Override
    public void onStartup(ServletContext context) throws ServletException {
        new VizgateInitializer().onStartup(Set.of(), context);
    }
}
