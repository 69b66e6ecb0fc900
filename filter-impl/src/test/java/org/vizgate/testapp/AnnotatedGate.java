package org.vizgate.testapp;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;

import org.vizgate.servlet.TableauAuthFilter;

/** How an application registers the filter with an annotation. */
@WebFilter(
        urlPatterns = "/api/*",
        asyncSupported = true,
        initParams = @WebInitParam(name = "OAUTH_ISSUER", value = "https://annotated.example"))
public class AnnotatedGate extends TableauAuthFilter {}
