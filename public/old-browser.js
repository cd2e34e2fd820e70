// Loaded only by browsers that cannot run the app, hence the old syntax: one clear sentence instead of a blank page.
(function () {
  function tell() {
    document.getElementById('app').innerHTML =
      '<main class="app__main"><h1>Trình duyệt trên máy này đã cũ</h1>' +
      '<p>Sổ tay chưa mở được ở đây. Đồng chí hãy cập nhật Chrome (hoặc Safari, Firefox) rồi mở lại, ' +
      'hoặc nhờ người giúp.</p></main>';
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tell);
  else tell();
})();
