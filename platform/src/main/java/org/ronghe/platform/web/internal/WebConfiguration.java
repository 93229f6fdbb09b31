package org.ronghe.platform.web.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Locale;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hangs the shell into Spring MVC.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final String TEMPLATES = "org.ronghe.platform.templates";

  private final Views views;

  WebConfiguration(Views views) {
    this.views = views;
  }

  /// Templates are compiled into the jar; none is read while the node runs.
  static TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, WebConfiguration.class.getClassLoader(), TEMPLATES);
  }

  @Bean
  static Answers answers() {
    return new Answers(templates());
  }

  @Bean
  static Room home() {
    return Room.inHeader("/", "web.home.room", 0, Rule.SIGNED_IN);
  }

  /// `format=csv` names a format by its ending.
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(
        String.class,
        Download.Format.class,
        text -> Download.Format.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ViewArgument(views));
    resolvers.add(new ListQueryArgument());
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(answers());
  }
}
