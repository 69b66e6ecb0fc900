package org.vizgate.containers.app.subclass;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;

import org.vizgate.servlet.TableauAuthFilter;

@WebFilter(
        urlPatterns = "/api/*",
        asyncSupported = true,
        initParams = @WebInitParam(name = "OAUTH_SCOPES_SUPPORTED", value = "tableau:content:read"))
public class ApiGate extends TableauAuthFilter {}
