package org.ronghe.platform.configuration;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.configuration.OptionType.Choice;
import org.ronghe.platform.configuration.OptionType.DatabaseAddress;
import org.ronghe.platform.configuration.OptionType.FilePath;
import org.ronghe.platform.configuration.OptionType.FilePaths;
import org.ronghe.platform.configuration.OptionType.Flag;
import org.ronghe.platform.configuration.OptionType.Length;
import org.ronghe.platform.configuration.OptionType.Size;
import org.ronghe.platform.configuration.OptionType.Text;
import org.ronghe.platform.configuration.OptionType.TimeOfDay;
import org.ronghe.platform.configuration.OptionType.WebAddress;
import org.ronghe.platform.configuration.OptionType.Whole;

/// Every option of a node. `docs/reference/configuration.md` is generated from here.
public final class Options {
  static final Option DATA =
      of(
          "data",
          new FilePath(),
          "",
          "Data folder: the node's own database, evidence files and search index."
              + " Default: ~/.local/share/ronghe, or /var/lib/ronghe for root.",
          "数据文件夹：节点自带的数据库、证据文件和检索索引。" + "默认：~/.local/share/ronghe；root 为 /var/lib/ronghe。");
  static final Option HOST =
      of(
          "host",
          new Text(),
          "127.0.0.1",
          "Address to listen on. Keep it on this machine and put a proxy with HTTPS in front.",
          "监听地址。建议只在本机监听，并在前面设置提供 HTTPS 的反向代理。");
  static final Option PORT =
      of(
          "port",
          new Whole(0, 65_535),
          "8080",
          "Port to listen on; 0: any free one.",
          "监听端口；0 表示任意空闲端口。");
  static final Option PUBLIC_URL =
      of(
          "public-url",
          new WebAddress(),
          "",
          "Address under which people reach the node, for links in invitations and for signing in"
              + " by OIDC. Default: http://, host and port.",
          "用户访问节点的地址，用于邀请链接和 OIDC 登录。默认：http:// 加监听地址和端口。");
  static final Option BEHIND_PROXY =
      of(
          "behind-proxy",
          new Flag(),
          "false",
          "Trust the X-Forwarded-… headers of a proxy in front. Never without one: anybody could"
              + " claim any address.",
          "信任前置代理的 X-Forwarded-… 请求头。没有代理时切勿开启，否则任何人都能冒充任意地址。");

  static final Option DATABASE_URL =
      of(
          "database.url",
          new DatabaseAddress(),
          "",
          "PostgreSQL 18 server to use instead of the node's own.",
          "使用外部 PostgreSQL 18 服务器，而不是节点自带的数据库。");
  static final Option DATABASE_USER =
      of(
          "database.user",
          new Text(),
          "",
          "Role that owns the schema there and brings the tables up to date.",
          "在该服务器上拥有模式并更新数据表的角色。");
  static final Option DATABASE_PASSWORD = secret("database.password", "Its password.", "该角色的密码。");
  static final Option DATABASE_PASSWORD_FILE = secretFile(DATABASE_PASSWORD);
  static final Option DATABASE_APP_USER =
      of(
          "database.app-user",
          new Text(),
          "ronghe_app",
          "Role the node works as; row-level security holds for it.",
          "节点工作时使用的角色，受行级安全约束。");
  static final Option DATABASE_APP_PASSWORD =
      secret(
          "database.app-password",
          "Its password. Default: that of database.user.",
          "该角色的密码。默认与 database.user 的密码相同。");
  static final Option DATABASE_APP_PASSWORD_FILE = secretFile(DATABASE_APP_PASSWORD);
  static final Option DATABASE_PORT =
      of(
          "database.port",
          new Whole(0, 65_535),
          "0",
          "Port of the node's own database on this machine; 0: any free one.",
          "节点自带数据库在本机的端口；0 表示任意空闲端口。");
  static final Option DATABASE_POOL =
      of(
          "database.pool",
          new Whole(2, 50),
          "20",
          "Most connections to the database at once.",
          "同时连接数据库的最大连接数。");

  static final Option SESSION_LENGTH =
      of(
          "session.length",
          new Length("5m", "30d"),
          "8h",
          "How long somebody who does nothing stays signed in.",
          "无操作时保持登录的时长。");
  static final Option RATE_LIMIT =
      of(
          "rate-limit",
          new Whole(10, 1_000_000),
          "1200",
          "Most API requests a minute for each account, or address of who has not signed in.",
          "每个账户（未登录者按地址）每分钟最多的 API 请求数。");

  static final Option ATTACHMENT_SCAN =
      of(
          "attachment-scan",
          new Text(),
          "",
          "Command that scans every file that is uploaded as evidence or attachment, such as"
              + " clamdscan --fdpass. It is given the file as its last argument and ends with 0"
              + " where the file is clean and 1 where it is infected, which refuses it. With"
              + " anything else, or after two minutes, the file is kept but handed to nobody until"
              + " a later scan finds it clean. Default: nothing is scanned.",
          "扫描作为证明或附件上传的每个文件的命令，如 clamdscan --fdpass。文件路径作为最后一个参数；"
              + "退出码 0 表示无毒，1 表示带毒（拒收）；其他退出码或超过两分钟时，文件暂存但不向任何人提供，"
              + "直到再次扫描确认无毒。默认：不扫描。");

  static final Option OIDC_ISSUER =
      of(
          "oidc.issuer",
          new WebAddress(),
          "",
          "OpenID Connect provider that people may sign in with.",
          "可用于登录的 OpenID Connect 身份提供方。");
  static final Option OIDC_CLIENT_ID =
      of("oidc.client-id", new Text(), "", "The node's name at the provider.", "节点在身份提供方的客户端编号。");
  static final Option OIDC_CLIENT_SECRET =
      secret("oidc.client-secret", "The node's secret at the provider.", "节点在身份提供方的客户端密钥。");
  static final Option OIDC_CLIENT_SECRET_FILE = secretFile(OIDC_CLIENT_SECRET);
  static final Option OIDC_NAME =
      of(
          "oidc.name",
          new Text(),
          "OpenID Connect",
          "What the button on the sign-in page says.",
          "登录页按钮上的名称。");

  static final Option LOG_FORMAT =
      of(
          "log.format",
          new Choice(List.of("plain", "json")),
          "plain",
          "Log lines for people, or as JSON (Elastic Common Schema) for a log store.",
          "日志格式：便于阅读的文本，或供日志系统使用的 JSON（Elastic Common Schema）。");
  static final Option IMPORT_FILE =
      of(
          "import.max-file",
          new Size("1MB", "20GB"),
          "200MB",
          "Largest file that can be uploaded.",
          "可上传的最大文件。");

  static final Option RANKING_FOLDERS =
      of(
          "ranking-folders",
          new FilePaths(),
          "",
          "Folders of this machine, by comma, from which bureau officers may take results and rank"
              + " records. Default: none is open.",
          "本机上的文件夹（以逗号分隔），科技管理部门人员可从中导入结果和对记录排名。默认不开放任何文件夹。");

  static final Option JUDGING =
      of(
          "judging.every-night",
          new Flag(),
          "true",
          "Judge every firm by every rulebook in force each night; firms whose facts change are"
              + " judged within seconds in any case.",
          "每夜按全部有效规则库评价所有企业；事实发生变化的企业总会在数秒内重新评价。");
  static final Option JUDGING_TIME =
      of(
          "judging.time",
          new TimeOfDay(),
          "03:30",
          "When, by the clock of the machine.",
          "评价时间，以本机时钟为准。");

  static final Option BACKUP_FOLDER =
      of(
          "backup.folder",
          new FilePath(),
          "",
          "Folder for a backup every day. Default: none is made.",
          "每日备份的文件夹。默认不自动备份。");
  static final Option BACKUP_TIME =
      of(
          "backup.time",
          new TimeOfDay(),
          "02:30",
          "When, by the clock of the machine.",
          "备份时间，以本机时钟为准。");
  static final Option BACKUP_KEEP =
      of(
          "backup.keep",
          new Whole(1, 1000),
          "14",
          "How many of these backups are kept.",
          "保留的备份数量。");

  static final Option LANGUAGE =
      of(
          "language",
          new Choice(List.of("en", "zh")),
          "en",
          "Language for those whose browser asks for neither English nor Chinese.",
          "当浏览器既未请求英文也未请求中文时使用的语言。");
  static final Option BASE_MAP =
      of(
          "base-map",
          new FilePath(),
          "",
          "Standard map to draw on, as GeoJSON; taken at every start, instead of one uploaded on"
              + " the settings page. Default: that one, or land without borders.",
          "绘图所用的标准地图（GeoJSON），每次启动时载入并取代设置页上传的地图。默认：使用上传的地图，否则只有陆地、不含边界。");
  static final Option BASE_MAP_APPROVAL =
      of(
          "base-map-approval",
          new Text(),
          "",
          "Approval number of that map, printed beside it.",
          "该地图的审图号，显示在地图旁。");

  /// All of them, in the order of the reference page.
  public static final List<Option> ALL =
      List.of(
          DATA,
          HOST,
          PORT,
          PUBLIC_URL,
          BEHIND_PROXY,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_PASSWORD_FILE,
          DATABASE_APP_USER,
          DATABASE_APP_PASSWORD,
          DATABASE_APP_PASSWORD_FILE,
          DATABASE_PORT,
          DATABASE_POOL,
          SESSION_LENGTH,
          RATE_LIMIT,
          ATTACHMENT_SCAN,
          OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET,
          OIDC_CLIENT_SECRET_FILE,
          OIDC_NAME,
          LOG_FORMAT,
          IMPORT_FILE,
          RANKING_FOLDERS,
          JUDGING,
          JUDGING_TIME,
          BACKUP_FOLDER,
          BACKUP_TIME,
          BACKUP_KEEP,
          LANGUAGE,
          BASE_MAP,
          BASE_MAP_APPROVAL);

  /// Those that say which database: what `backup`, `restore` and `doctor` need to know.
  public static final List<Option> OF_THE_DATABASE =
      List.of(DATA, DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD_FILE, DATABASE_APP_USER);

  private Options() {}

  /// The option of a key.
  static Optional<Option> find(String key) {
    return ALL.stream().filter(option -> option.key().equals(key)).findFirst();
  }

  private static Option of(
      String key, OptionType type, String otherwise, String english, String chinese) {
    return new Option(key, type, otherwise, false, english, chinese);
  }

  private static Option secret(String key, String english, String chinese) {
    return new Option(key, new Text(), "", true, english, chinese);
  }

  private static Option secretFile(Option secret) {
    return of(
        secret.key() + "-file",
        new FilePath(),
        "",
        "File that holds " + secret.key() + ", instead of it.",
        "存放 " + secret.key() + " 的文件，代替直接填写。");
  }
}
