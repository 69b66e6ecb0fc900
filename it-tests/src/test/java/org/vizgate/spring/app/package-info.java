/** Applications of Spring Boot: the recipes, and what they protect. */
@NullMarked
package org.vizgate.spring.app;

import org.jspecify.annotations.NullMarked;
